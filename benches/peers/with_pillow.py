"""Saves a folder of frames as an animated GIF with Pillow, one frame after the other in memory."""

import sys
from pathlib import Path

from PIL import Image

folder, out = sys.argv[1:]
paths = sorted(Path(folder).glob("*.png"))


def later():
    for path in paths[1:]:
        with Image.open(path) as image:
            yield image.convert("RGB")


with Image.open(paths[0]) as first:
    first.convert("RGB").save(out, save_all=True, append_images=later(), duration=40, loop=0)
