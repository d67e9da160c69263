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
