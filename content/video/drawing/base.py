"""What all drawings share: the markers of arrows, the colours of skin, and how a drawing is put in its place."""

DEFINITIONS = """<defs>
<marker id="arrow" viewBox="0 0 10 10" refX="7" refY="5" markerWidth="4.2" markerHeight="4.2" orient="auto-start-reverse"><path d="M0 0L10 5L0 10z" fill="#00418f"/></marker>
<marker id="arrowgrey" viewBox="0 0 10 10" refX="7" refY="5" markerWidth="5" markerHeight="5" orient="auto-start-reverse"><path d="M0 0L10 5L0 10z" fill="#5c6673"/></marker>
<marker id="arrowhot" viewBox="0 0 10 10" refX="7" refY="5" markerWidth="4.2" markerHeight="4.2" orient="auto-start-reverse"><path d="M0 0L10 5L0 10z" fill="#a84300"/></marker>
</defs>"""
SKIN, EDGE, BONE = "#f6ece3", "#8a7a6c", "#cdbfb2"


def place(x: str, y: str, s: str, body: str) -> str:
    return f'<g transform="translate({x} {y}) scale({s})">{body}</g>'
