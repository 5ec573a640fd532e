"""Loops over whole columns that numpy has no words for, compiled to machine code when there is much to do.

A loop takes numpy arrays and fills those that are meant for it, or gives new ones; it releases the interpreter, so
that several run beside each other in ``engines.in_threads``. What is small runs as plain Python: compiling takes a
second, once for each version of the program (numba keeps the result beside the module, or in the user's cache).
"""

from factcheck.compiled import SMALL, Loop, compiled

__all__ = ["SMALL", "Loop", "compiled"]
