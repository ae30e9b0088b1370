"""Three recipients who come late, and when: the scenario of four universities' published rules.

Sources: https://student-enquiries.nottingham.ac.uk/faqs/article/FAQs-2303/en-us and
https://www1.chester.ac.uk/graduation/ceremony. What each university does with who is late is a
policy of the stage; who is missing at which time is the same for all.
"""

START = "10:00"

ARRIVALS = (("R7", "09:20"), ("R3", "09:50"), ("R9", "10:05"))

POLICIES = {
    "nottingham": {"closes_minutes": 45, "before_start": "end", "after_start": "not_presented"},
    "chester": {
        "closes_minutes": 30,
        "before_start": "not_presented",
        "after_start": "not_presented",
    },
}
"""Nottingham: check-in closes 45 minutes before, who is late then comes at the end. Chester: in the
seat 30 minutes before, and after the absentee check nobody is presented any more."""

EXPECTED = {
    "nottingham": {"R7": "end", "R3": "end", "R9": "not_presented"},
    "chester": {"R7": "in_order", "R3": "not_presented", "R9": "not_presented"},
}

GRADUANDS = (
    ("Diploma", "Olive Zephaniah"),
    ("Degree", "Amir Young"),
    ("Degree", "Zoe Abbott"),
    ("Diploma", "Zara Adeyemi"),
    ("Degree", "Ben Mirza"),
)
"""Made up, in no order; a degree is the higher award."""

IN_ORDER = ("Zoe Abbott", "Ben Mirza", "Amir Young", "Zara Adeyemi", "Olive Zephaniah")
"""Keele: the highest award first, then by surname
(https://keele.ac.uk/graduation/students/ontheday/yourceremony)."""
