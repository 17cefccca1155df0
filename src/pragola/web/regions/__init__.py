"""What regions hand in: a workbook, the job that reads it, and what became of it."""
