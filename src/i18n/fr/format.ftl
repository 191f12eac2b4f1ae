# Dates, durées et nombres.
format-weekday-1 = lun.
format-weekday-2 = mar.
format-weekday-3 = mer.
format-weekday-4 = jeu.
format-weekday-5 = ven.
format-weekday-6 = sam.
format-weekday-7 = dim.
format-month-1 = janvier
format-month-2 = février
format-month-3 = mars
format-month-4 = avril
format-month-5 = mai
format-month-6 = juin
format-month-7 = juillet
format-month-8 = août
format-month-9 = septembre
format-month-10 = octobre
format-month-11 = novembre
format-month-12 = décembre
format-days =
    { $number ->
        [one] { $count } jour
       *[other] { $count } jours
    }
format-months =
    { $number ->
        [one] { $count } mois
       *[other] { $count } mois
    }
format-working-days =
    { $number ->
        [one] { $count } jour ouvré
       *[other] { $count } jours ouvrés
    }
format-weeks =
    { $number ->
        [one] { $count } semaine
       *[other] { $count } semaines
    }
format-whole-hours =
    { $number ->
        [one] { $count } heure
       *[other] { $count } heures
    }
format-day-of-month = le { $count } du mois
format-month-length = { $month } a { $days }
format-minutes = { $minutes } min
format-hours = { $hours } h
format-hours-minutes = { $hours } h { $minutes }
