"""Says what a PDF tells a screen reader: its marks, and its tags in their order with the words that stand for them."""
import sys

import pikepdf

paper = pikepdf.open(sys.argv[1])
about = paper.open_metadata()
print("language", paper.Root.Lang)
print("title", about["dc:title"], paper.Root.ViewerPreferences.DisplayDocTitle)
print("archive", about["pdfaid:part"], about["pdfaid:conformance"])
print("accessible", about["pdfuaid:part"])
print("marked", paper.Root.MarkInfo.Marked)


def walk(element, depth):
    if isinstance(element, pikepdf.Array):
        for inner in element:
            walk(inner, depth)
    elif isinstance(element, pikepdf.Dictionary) and "/S" in element:
        words = [str(element[name]) for name in ("/T", "/Alt") if name in element]
        print("tag", "." * depth + str(element.S)[1:], *words)
        if "/K" in element:
            walk(element.K, depth + 1)


walk(paper.Root.StructTreeRoot.K, 0)
with paper.open_outline() as outline:
    for item in outline.root:
        print("bookmark", item.title)
