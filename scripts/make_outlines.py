"""Write kg/views/data/outlines.tsv, the countries that maps are drawn with.

The shapes are Natural Earth's (1:110m, admin-0 countries, in the public domain). They are read from
a wheel of geopandas 0.14.4, the last version that carries them, so that the package index is
enough:

    pip download geopandas==0.14.4 --no-deps
    python scripts/make_outlines.py geopandas-0.14.4-py3-none-any.whl
"""

import itertools
import struct
import sys
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from kg.lexicons import load_lexicon

OUTPUT = Path(__file__).parent.parent / "kg" / "views" / "data" / "outlines.tsv"
SHAPES = "geopandas/datasets/naturalearth_lowres/naturalearth_lowres"
UNITS = 100  # of a degree: a hundredth is a kilometre, finer than the shapes themselves
LEAST_NUMBERS = 6  # of a ring that encloses anything: three points
LEFT_OUT = {"Antarctica"}  # nobody lives there, and its ring runs along the frame of the map
CODES = {"Kosovo": "XKX"}  # where the shapes have none, or one that is not of ISO 3166
NO_CODES = {"N. Cyprus", "Somaliland"}
HEAD = """\
# Outlines of countries: Natural Earth, 1:110m admin-0 countries, public domain (naturalearthdata.com),
# as carried by geopandas 0.14.4; written by scripts/make_outlines.py. They help to find one's way and
# say nothing about whose a territory is; lines as coarse as these lie some kilometres off.
# Rings, parted by semicolons: a point east and south of 0°, then steps, in hundredths of a degree.
code	name	rings
"""  # noqa: E501

Point = tuple[int, int]


def rows(wheel: Path) -> Iterator[tuple[str, str, str]]:
    """Yield code, name and rings of each country of a wheel."""
    with zipfile.ZipFile(wheel) as files:
        names = read_names(files.read(f"{SHAPES}.dbf"))
        shapes = list(read_shapes(files.read(f"{SHAPES}.shp")))
    countries = load_lexicon().world.countries
    for (name, given), rings in zip(names, shapes, strict=True):
        if name in LEFT_OUT:
            continue
        code = "" if name in NO_CODES else CODES.get(name, given)
        ours = countries[code].name if code in countries else name
        lines = (steps(ring) for ring in rings)
        yield code, ours, ";".join(line for line in lines if len(line.split()) >= LEAST_NUMBERS)


def read_names(table: bytes) -> Iterator[tuple[str, str]]:
    """Yield name and code of each row of a dBase table."""
    count, head, width = struct.unpack("<IHH", table[4:12])
    columns, place, start = {}, 32, 1
    while table[place] != 0x0D:
        name = table[place : place + 11].split(b"\0")[0].decode("ascii")
        columns[name] = (start, start + table[place + 16])
        start, place = columns[name][1], place + 32
    for number in range(count):
        row = table[head + number * width : head + (number + 1) * width]
        name, code = (row[slice(*columns[key])] for key in ("name", "iso_a3"))
        yield name.decode("latin-1").strip(), code.decode("latin-1").strip()


def read_shapes(file: bytes) -> Iterator[list[list[Point]]]:
    """Yield the rings of each polygon of a shapefile, in whole units, y to the south."""
    place = 100
    while place < len(file):
        _, length = struct.unpack(">II", file[place : place + 8])
        record = file[place + 8 : place + 8 + 2 * length]
        place += 8 + 2 * length
        parts, count = struct.unpack("<ii", record[36:44])
        ends = [*struct.unpack(f"<{parts}i", record[44 : 44 + 4 * parts]), count]
        flat = struct.unpack(f"<{2 * count}d", record[44 + 4 * parts :])
        points = [
            (round(x * UNITS), round(-y * UNITS))
            for x, y in zip(flat[::2], flat[1::2], strict=True)
        ]
        yield [points[a:z] for a, z in itertools.pairwise(ends)]


def steps(ring: Sequence[Point]) -> str:
    """Return a ring as its first point and the steps to the others, without standing still."""
    (x, y), *others = ring[:-1]  # the last is the first
    numbers = [x, y]
    for to_x, to_y in others:
        if (to_x, to_y) != (x, y):
            numbers += [to_x - x, to_y - y]
            x, y = to_x, to_y
    return " ".join(map(str, numbers))


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the file from the wheel that is named."""
    (wheel,) = sys.argv[1:] if arguments is None else arguments
    lines = sorted("\t".join(row) for row in rows(Path(wheel)))
    OUTPUT.parent.mkdir(exist_ok=True)
    OUTPUT.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
