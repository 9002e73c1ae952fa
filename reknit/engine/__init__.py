"""What turns a history into an honest picture: plain Python and NumPy, no framework, no clock, no chance.

`inputs` are the dated things it takes, `reading` what it gives, `reading.read` the way from one to the other.
"""
