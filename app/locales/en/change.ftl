# What became of a clause between two versions.

change-same = Unchanged
change-typographic = Typography only
change-reworded = Reworded
change-moved = Moved
change-moved-and-reworded = Moved and reworded
change-split = Split
change-merged = Merged
change-removed = Removed
change-added = Added
change-astray = Reference now means another clause
change-ground-heading = it stands under another title now
change-ground-announced = other words announce it now
change-ground-reference = a reference in it means another clause now
