"""Linking in increments: what is kept of linked claims, and more claims linked to them.

``linking`` holds what is kept, and ``packing`` turns it into plain arrays and back; ``anew`` makes it of claims
that are linked at once, ``more`` links more; ``reading`` reads claims again where they are needed, ``asking`` asks
the questions of some incidents, ``doubting`` finds the incidents that are nearly one.
"""
