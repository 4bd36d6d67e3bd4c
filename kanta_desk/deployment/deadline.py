"""By when the test's success is to be reported: two Finnish working days after the test.

Kela asked for the report within two working days (slides for private providers, 2020). Days off
are Saturdays, Sundays, public holidays, and the eves of Christmas and Midsummer. The eves are no
public holidays by law, but the Act on calculating time limits (150/1930, section 5) lets a time
limit that ends on one run to the next working day, and the Annual Holidays Act (162/2005, section
4) counts them as no working days; nobody at the receiving end works on them either.
"""

from __future__ import annotations

from datetime import date

from kanta_desk.deployment import workdays

REPORT_WORKING_DAYS = 2


def report_deadline(test_day: date) -> date:
    """The last day to report a test held on ``test_day``, which is itself not counted."""
    return workdays.after(test_day, REPORT_WORKING_DAYS)


def working_days_left(deadline: date, today: date) -> int:
    """How many working days are left after ``today``: 0 on the last day, then negative."""
    return workdays.between(today, deadline)
