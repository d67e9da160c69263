# Instants in words. $month is 1 to 12, $day and $year are written already.
time-day = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
time-there = { $when } { $place } time
time-yours = ({ $when } { $place } time, where you are)
time-day-yours = ({ $day } where you are)
time-in-utc = { $when } { $utc }
time-utc = Coordinated Universal Time
time-now = just now
time-closed = closed
time-minutes-ago = { $count ->
    [one] { $count } minute ago
   *[other] { $count } minutes ago
}
time-hours-ago = { $count ->
    [one] { $count } hour ago
   *[other] { $count } hours ago
}
time-days-ago = { $count ->
    [one] { $count } day ago
   *[other] { $count } days ago
}
# These stand under or after the number.
time-minutes-left = { $count ->
    [one] minute left
   *[other] minutes left
}
time-hours-left = { $count ->
    [one] hour left
   *[other] hours left
}
time-days-left = { $count ->
    [one] day left
   *[other] days left
}
time-here-same-day = Where you are ({ $place }) that is { $time } on the same day.
time-here = Where you are ({ $place }) that is { $time } on { $day }.
