"""What we measure, against gold and against others."""
