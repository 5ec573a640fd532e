"""Which state somebody says holds: truces and talks, who holds a place, how ships, captives and ransoms fare."""
