"""Draws votes whose seats are counted by party and position with parliamentarch; PNG by cairosvg, 1200 wide.

With a fourth argument every seat is a group of its own with a name, as it has one in Hemicycle's graphics. Prints the
seconds that drawing alone took.
"""

import json
import sys
import time
from pathlib import Path

from parliamentarch import SeatData, get_svg_from_attribution

counts, out, ending = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
if ending == "png":
    import cairosvg
drawing = 0.0
for number, seats in enumerate(json.loads(counts.read_text()), 1):
    if len(sys.argv) > 4:
        groups = {SeatData(f"{name}: member {n}", colour): 1 for name, colour, most in seats for n in range(most)}
    else:
        groups = {SeatData(name, colour): n for name, colour, n in seats}
    start = time.perf_counter()
    svg = get_svg_from_attribution(groups)
    drawing += time.perf_counter() - start
    if ending == "png":
        cairosvg.svg2png(svg.encode(), write_to=str(out / f"{number}.png"), output_width=1200)
    else:
        (out / f"{number}.svg").write_text(svg)
print(drawing)
