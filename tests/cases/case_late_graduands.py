"""Three recipients who come late, and when: the scenario of four universities' published rules.

Sources: https://student-enquiries.nottingham.ac.uk/faqs/article/FAQs-2303/en-us and
https://www1.chester.ac.uk/graduation/ceremony. What each university does with who is late is a
policy of the stage; who is missing at which time is the same for all.
"""

START = "10:00"

ARRIVALS = (("R7", "09:20"), ("R3", "09:50"), ("R9", "10:05"))
