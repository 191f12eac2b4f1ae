# Dates, durations and numbers.
format-weekday-1 = Mon
format-weekday-2 = Tue
format-weekday-3 = Wed
format-weekday-4 = Thu
format-weekday-5 = Fri
format-weekday-6 = Sat
format-weekday-7 = Sun
format-month-1 = January
format-month-2 = February
format-month-3 = March
format-month-4 = April
format-month-5 = May
format-month-6 = June
format-month-7 = July
format-month-8 = August
format-month-9 = September
format-month-10 = October
format-month-11 = November
format-month-12 = December
format-days =
    { $number ->
        [one] { $count } day
       *[other] { $count } days
    }
format-months =
    { $number ->
        [one] { $count } month
       *[other] { $count } months
    }
format-working-days =
    { $number ->
        [one] { $count } working day
       *[other] { $count } working days
    }
format-weeks =
    { $number ->
        [one] { $count } week
       *[other] { $count } weeks
    }
format-whole-hours =
    { $number ->
        [one] { $count } hour
       *[other] { $count } hours
    }
format-day-of-month = day { $count } of the month
format-month-length = { $month } has { $days }
format-minutes = { $minutes } min
format-hours = { $hours } h
format-hours-minutes = { $hours } h { $minutes }
