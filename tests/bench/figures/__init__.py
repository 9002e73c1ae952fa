"""One module a subject, each with `figures(ground)`: a dict of figures, nested as one likes."""
