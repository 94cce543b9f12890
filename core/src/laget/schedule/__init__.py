"""Schedule: periods, working days, and the days on which duties fall. Pure: no clock, no case file.

`periods` reads ISO 8601 durations and counts with them, `working_days` knows Norwegian public
holidays, `occurrences` gives the days of a duty.
"""
