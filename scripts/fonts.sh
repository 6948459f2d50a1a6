#!/usr/bin/env bash
# Makes the fonts that pictures are painted with (packages/cli/fonts), cut down to what labels are written with: Noto Sans for Latin, Greek
# and Cyrillic letters, Noto Sans CJK SC for the characters of GB 2312 and most signs, Noto Sans Math and Symbols 2 for a minus and
# ticks. From Debian 12's packages, so that the same files come out again: `apt-get install fonts-noto-core fonts-noto-cjk python3-fonttools`, then
# `scripts/fonts.sh`; `scripts/fonts.sh --check` only compares.
set -eu
cd "$(dirname "$0")/.."
fonts=${FONTS:-/usr/share/fonts}
folder=packages/cli/fonts
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
/usr/bin/python3 - "$fonts" "$made" <<'PYTHON'
import json, sys
from fontTools import subset
from fontTools.ttLib import TTFont

source, made = sys.argv[1:]


def between(*ranges):
    return {sign for first, last in ranges for sign in range(first, last + 1)}


def gb2312():
    for row in [*range(0xA1, 0xAA), *range(0xB0, 0xF8)]:
        for cell in range(0xA1, 0xFF):
            try:
                yield ord(bytes([row, cell]).decode("gb2312"))
            except UnicodeDecodeError:
                pass


letters = between((0x20, 0x7E), (0xA0, 0x36F), (0x370, 0x52F), (0x1D00, 0x1DBF), (0x1E00, 0x1EFF), (0x2000, 0x20CF), (0x2C60, 0x2C7F))
# With the letters that stand among them: bold ones are looked for in one font.
signs = set(gb2312()) | between((0x20, 0x7E), (0xA0, 0xFF), (0x2000, 0x206F), (0x2100, 0x218F), (0x2300, 0x23FF), (0x2460, 0x27BF), (0x3000, 0x303F), (0xFF00, 0xFFEF))
ticks = between((0x2713, 0x2718), (0x25A0, 0x25FF))
known = set()
maths = between((0x2190, 0x21FF), (0x2200, 0x22FF))
for path, number, wanted, name in [
    ("truetype/noto/NotoSans-Regular.ttf", -1, letters, "noto-sans-regular.ttf"),
    ("truetype/noto/NotoSans-Bold.ttf", -1, letters, "noto-sans-bold.ttf"),
    # A minus is no wider than a plus here.
    ("truetype/noto/NotoSansMath-Regular.ttf", -1, maths, "noto-sans-math.ttf"),
    # The third font of the collections is the simplified Chinese one.
    ("opentype/noto/NotoSansCJK-Regular.ttc", 2, signs, "noto-sans-sc-regular.otf"),
    ("opentype/noto/NotoSansCJK-Bold.ttc", 2, signs, "noto-sans-sc-bold.otf"),
    ("truetype/noto/NotoSansSymbols2-Regular.ttf", -1, ticks, "noto-sans-symbols-2.ttf"),
]:
    options = subset.Options(font_number=number, hinting=False, layout_features=[], name_IDs=["*"], notdef_outline=True)
    options.drop_tables += ["vhea", "vmtx", "VORG", "BASE", "GSUB", "GPOS", "GDEF"]
    font = subset.load_font(f"{source}/{path}", options)
    cut = subset.Subsetter(options)
    cut.populate(unicodes=wanted)
    cut.subset(font)
    subset.save_font(font, f"{made}/{name}", options)
    known |= set(TTFont(f"{made}/{name}").getBestCmap())
# What they can write, so that a sign that is none of theirs is told and not painted as a box.
ranges = []
for sign in sorted(known):
    if ranges and ranges[-1][1] == sign - 1:
        ranges[-1][1] = sign
    else:
        ranges.append([sign, sign])
with open(f"{made}/signs.json", "w") as out:
    out.write(json.dumps(ranges, separators=(",", ":")) + "\n")
PYTHON
mkdir -p "$folder"
for path in "$made"/*; do
  if [ "${1:-}" = --check ]; then cmp "$path" "$folder/$(basename "$path")"; else cp "$path" "$folder/"; fi
done
