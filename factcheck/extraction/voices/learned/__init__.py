"""Who gives a claim, chosen among the voices of its page by what is usual in marked reports."""
