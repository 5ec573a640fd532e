"""Who says so, and how: speakers, bodies they speak for, quotations, statements."""
