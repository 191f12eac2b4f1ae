# Aujourd’hui, file active, échéances, première ouverture, verrou, page de fermeture.

# Aujourd’hui
today-title = Aujourd’hui
today-notices = À l’ouverture
today-nothing-due = Aucune échéance en retard.
today-soon = { $count ->
    [one] { $count } bientôt
   *[other] { $count } bientôt
}
today-appointments = Rendez-vous du { $date } ({ $count })
today-no-appointments = Aucun rendez-vous aujourd’hui, { $date }
today-to-act-on = À traiter ({ $count })
today-to-sign = Signatures à demander ({ $count })
today-drafts = Brouillons ({ $count })
today-sign-participant = entretien du { $date }, par l’adhérent·e
today-sign-counsellor = entretien du { $date }, par vous
today-sign-both = entretien du { $date }, par les deux
today-sign-again = entretien du { $date }, de nouveau : modifié depuis
today-draft = { $form } à reprendre
today-draft-line = saisie rapide : { $text }
today-draft-nobody = (nouvelle personne)
today-draft-group = (un groupe)
today-draft-unnamed = (personne à dire)
today-empty =
    Il n’y a encore personne sur ce poste.

    Pour commencer :
    { $caseload-open } puis { $person-new } : ouvrir le dossier d’une première personne.
    { $caseload-open } puis { $referral-new } : noter l’orientation d’une personne que vous ne suivez pas encore.
    { $import-open } : reprendre une file active existante depuis des fichiers CSV, XLSX ou ODS (personnes, adhésions, entretiens, étapes…).

# Une personne en un coup d’œil
pane-born = né·e le { $birth }, { $age } ans · { $commune }
pane-months = { $months ->
    [one] { $months } mois de parcours
   *[other] { $months } mois de parcours
}
pane-last = Dernier entretien : { $date }
pane-next = Prochain rendez-vous : { $date }
pane-proposed = Rendez-vous proposé : { $date }

# Les signes
sign-critical = commission
sign-high = date passée
sign-medium = suivi
sign-low = à prévoir
signs-in-order = commission à saisir, date passée, suivi, à prévoir
sign-others = deux autres alertes
sign-marked = coché·e
sign-all = trois alertes en tout
sign-pathway-steps = étape ; ═ plusieurs, ╌ prévue, ░ suspension
sign-pathway-interviews = entretien ; ┃ plusieurs, × manqué, ○ à venir
sign-pathway-today = aujourd’hui
sign-coverage = vu·e dans le mois ; □ à distance, · pas du tout, - hors parcours

# Retards
lateness-due = depuis { $span }
lateness-today = aujourd’hui
lateness-soon = dans { $span }

# Venu·e, absent·e, rendez-vous proposé
came-title = Venu·e : { $name }, { $moment }
came-said = L’entretien a eu lieu, les deux ont signé sur papier. Durée en minutes :
came-refusal = Une durée va de 1 à 600 minutes.
missed-title = Absent·e : { $name }, { $moment }
missed-said = L’absence est notée. Nouveau rendez-vous le (n : aucun) :
missed-again = nouveau rendez-vous { $date }
missed-none = aucun nouveau rendez-vous
missed-refusal = Ce n’est pas une date à venir.
appointment-held = Enregistré : { $name }, entretien du { $date }.
appointment-record-missing = Entrée : son compte rendu.
appointment-missed = Enregistré : { $name }, absence du { $date }.
appointment-missed-again = Enregistré : { $name }, absence ; rendez-vous { $moment }.
appointment-planned = Enregistré : { $name }, rendez-vous { $moment }.
moment-at = { $date } à { $hour }
why-nobody-selected = personne n’est sélectionné
why-no-appointment = aucun rendez-vous à compléter sur cette ligne
why-appointment-to-come = ce rendez-vous est encore à venir
why-appointment-already = il y a déjà un rendez-vous à venir
why-one-by-one = un entretien s’enregistre pour une personne à la fois : Échap décoche
why-no-finding = aucune échéance sur cette ligne

# Pourquoi
why-title = Pourquoi : { $name }
why-rule = Règle
why-rule-is = { $rule }, article { $article } ({ $alert })
why-start = Départ
why-due-date = Échéance
why-late = Retard
why-late-strict = à partir du lendemain du dernier jour permis, { $date }
why-late-inclusive = à partir du jour même de l’échéance
why-clears = Levée par
why-thresholds = Seuils
why-several = { $rank } sur { $count } pour cette personne (↑ ↓)

# File active
caseload-title = File active
caseload-count = { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
}
caseload-marked = { $count ->
    [one] { $count } coché·e
   *[other] { $count } coché·es
}
caseload-marked-state = { $marked }{ $hidden ->
    [0] {""}
   *[other] , dont { $hidden } hors de la liste
} ({ $key } décoche)
caseload-sorted = par { $sort }
caseload-sorted-back = par { $sort }, à l’envers
caseload-search = Chercher :
caseload-found = { $count ->
    [0] personne
    [one] { $count } personne
   *[other] { $count } personnes
}
caseload-nobody = Personne ne répond à cette recherche. Échap pour revoir tout le monde.
caseload-narrow = Personne n’est dans ce filtre. { $list-facet }, puis « tout enlever », pour revoir tout le monde.
caseload-empty =
    Il n’y a encore personne sur ce poste.

    { $person-new } : ouvrir le dossier d’une première personne.
    { $import-open } : reprendre une file active existante depuis des fichiers.
column-name = Nom
column-silence = Vu·e le
column-next = RDV
column-state = État
column-months = Mois
column-age = Âge
column-commune = Lot, commune
column-commune-only = Commune
sort-title = Trier par
sort-silence = silence, du plus long au plus court
sort-name = nom
sort-alerts = alerte, de la plus pressante
sort-next = prochain rendez-vous
sort-months = mois de parcours
sort-age = âge
sort-lot = lot
sort-commune = commune
sort-state = état
facet-title = Filtrer (le même choix l’enlève)
facet-none = tout enlever
facet-now = suivi·es
facet-everyone = tout le monde, sorti·es et refusé·es compris
facet-choice = { $kind } : { $label } ({ $count })
facet-state = état
facet-lot = lot
facet-commune = commune
facet-alert = alerte

# Vues
view-title = Vues (un nom nouveau garde la liste telle qu’elle est)
view-label = vue « { $name } »
view-silent = sans nouvelles depuis le plus longtemps
view-pressing = les plus pressants d’abord
view-appointments = par prochain rendez-vous
view-everyone = tout le monde, sorti·es compris
view-keep = Garder la liste actuelle : « { $name } »
view-replace = Remplacer « { $name } » par la liste actuelle
view-kept = Vue gardée : « { $name } ».
view-renamed = Vue renommée : « { $name } ».
view-rename-title = Nouveau nom de « { $name } »
view-nameless = Tapez un nom.
view-taken = Une autre vue s’appelle déjà « { $name } ».
view-remove-again = La même touche retire pour de bon la vue « { $name } ».
view-removed = Vue retirée : « { $name } ».
view-too-many = Il y a déjà quarante vues : retirez-en une.
why-view-not-own = seule une vue que vous avez gardée se renomme ou se retire

# Échéances
due-title = Échéances
due-today = Aujourd’hui, { $date }
due-turning = Au { $date } : on compte…
due-ahead = Au { $date } (dans { $span })
due-back = Au { $date } (il y a { $span })
due-rule = { $alert }, art. { $article } : { $due ->
    [0] {""}
   *[other] { $due } en retard{ $soon ->
        [0] {""}
       *[other] ,{" "}
    }
}{ $soon ->
    [0] {""}
   *[other] { $soon } bientôt
}
due-soon-on = le { $date }, { $lateness }
due-nothing = Rien n’est en retard ni bientôt dû à cette date. { $as-of-later } et { $as-of-earlier } changent de jour, { $as-of-day } en choisit un, par exemple celui de la prochaine commission.

# Première ouverture
first-title = Première ouverture
first-progress = { $rank } sur 6 · Entrée pour continuer, ↑ pour revenir
first-language = Bienvenue dans Jalon · Welcome to Jalon
first-language-said =
    Jalon parle français. Entrée pour continuer.
    For English, press F3 (or ctrl-t), then Enter.
first-name = Qui travaille sur ce poste ?
first-name-said = Votre prénom et votre nom, ou le nom de l’équipe. Ils figurent sur les comptes rendus et les envois.
first-name-empty = Tapez un nom : il figure sur les comptes rendus.
first-role = À quoi sert ce poste ?
first-role-said = Choisissez avec ↓ ↑ ou le chiffre, puis Entrée.
first-lots = Quels lots y sont suivis ?
first-lots-said = Par exemple : L3, ou L3 M1. Laissez vide si vous ne savez pas encore.
first-lots-unknown = Les lots vont de L1 à L9 et de M1 à M6.
first-kind = La phrase de passe
first-kind-said = Elle chiffre tout ce poste. Personne ne peut la retrouver à votre place : sans elle, les dossiers ne s’ouvrent plus. Choisissez avec ↓ ↑ ou le chiffre, puis Entrée.
first-kind-words = huit mots tirés au sort par Jalon (conseillé)
first-kind-own = une phrase à vous, 14 caractères au moins
first-words = Vos huit mots
first-words-said = Notez-les à la main et gardez le papier loin de l’ordinateur. Ils ne seront plus montrés. Entrée quand c’est noté.
first-proof = Retapez les huit mots
first-proof-said = Depuis le papier : cela prouve qu’ils sont bien notés. Accents et majuscules ne comptent pas. ↑ pour en tirer huit autres.
first-proof-differs = Ce ne sont pas les mêmes mots. Recommencez, ou ↑ pour en tirer d’autres.
first-own = Votre phrase
first-own-said = Au moins 14 caractères peu communs. Elle ne s’affiche pas, ni sa longueur.
first-own-empty = Tapez une phrase.
first-own-again = Retapez votre phrase
first-own-again-said = La même, exactement.
first-own-differs = Les deux ne sont pas les mêmes. Recommencez.
first-secret-empty = (rien n’est encore tapé)
first-summary = Tout est prêt
first-summary-said = Entrée crée le poste. ↑ pour changer quelque chose.
first-summary-is =
    Nom : { $name }
    Rôle : { $role }
    Lots : { $lots }
    Dossier du poste : { $place }

    Tout y est chiffré. Une sauvegarde se fait à chaque fermeture.
    Ensuite : « jalon import FICHIERS » reprend une file active existante, ou la touche { $person-new } de la file active ouvre un premier dossier.
first-making = Création du poste… quelques secondes.

# Poste verrouillé
unlock-title = Verrouillé
unlock-heading = Jalon est verrouillé
unlock-looking = Recherche du poste…
unlock-prompt = Phrase de passe, puis Entrée. Rien ne s’affiche pendant la frappe.
unlock-typing = Saisie en cours. Entrée pour valider, ctrl-u pour tout effacer.
unlock-demo = Démonstration : la phrase est « { $passphrase } ».
unlock-trying = Vérification… (environ une seconde, exprès)
unlock-doctor = Si cela ne suffit pas, « jalon doctor », dans un terminal, examine le poste et dit quoi faire.

# Page de fermeture
closing-title = Avant de fermer
closing-said = Rien n’est perdu en fermant : quittez de nouveau pour fermer, Échap pour revenir.
closing-unsent = { $count ->
    [one] { $shown } saisie n’est pas encore envoyée à l’équipe (jalon export).
   *[other] { $shown } saisies ne sont pas encore envoyées à l’équipe (jalon export).
}
closing-all-sent = Tout ce qui a été saisi est parti à l’équipe.
closing-outcomes = Rendez-vous sans suite notée ({ $count })
closing-unsigned = Comptes rendus à signer ({ $count })
closing-drafts = Brouillons, gardés et repris à la prochaine ouverture ({ $count })
closing-overdue = En retard d’ici { $date }, si rien n’est fait ({ $count })

# Les alertes, comptées
alert-count-AL-01 = { $count } sans entretien physique
alert-count-AL-02 = { $count } sans entretien
alert-count-AL-03 = { $count } sans étape
alert-count-AL-04 = { $count } hors parcours
alert-count-AL-05 = { $count ->
    [one] { $count } réexamen dû
   *[other] { $count } réexamens dus
}
alert-count-AL-06 = { $count ->
    [one] { $count } réexamen fixé
   *[other] { $count } réexamens fixés
}
alert-count-AL-07 = { $count ->
    [one] { $count } diagnostic à rendre
   *[other] { $count } diagnostics à rendre
}
alert-count-AL-08 = { $count ->
    [one] { $count } suspension finie
   *[other] { $count } suspensions finies
}
alert-count-AL-09 = { $count ->
    [one] { $count } entretien à compléter
   *[other] { $count } entretiens à compléter
}
alert-count-AL-10 = { $count ->
    [one] { $count } acte d’engagement à signer
   *[other] { $count } actes d’engagement à signer
}
alert-count-AL-11 = { $count ->
    [one] { $count } prescripteur à informer
   *[other] { $count } prescripteurs à informer
}
alert-count-AL-12 = { $count ->
    [one] { $count } sortie à proposer
   *[other] { $count } sorties à proposer
}
alert-count-AL-13 = { $count ->
    [one] { $count } sortie qui se perd
   *[other] { $count } sorties qui se perdent
}
alert-count-AL-14 = { $count ->
    [one] { $count } fin de post-formation
   *[other] { $count } fins de post-formation
}
alert-count-AL-15 = { $count ->
    [one] { $count } objectif à transmettre
   *[other] { $count } objectifs à transmettre
}
alert-count-AL-16 = { $count ->
    [one] { $count } bilan de partenaire
   *[other] { $count } bilans de partenaires
}
alert-count-AL-17 = { $count ->
    [one] { $count } fin prochaine
   *[other] { $count } fins prochaines
}
alert-count-AL-18 = { $count ->
    [one] { $count } CV à mettre à jour
   *[other] { $count } CV à mettre à jour
}
alert-count-AL-19 = { $count ->
    [one] { $count } dossier sans ses pièces
   *[other] { $count } dossiers sans leurs pièces
}
alert-count-AL-25 = { $count ->
    [one] { $count } réorientation à organiser
   *[other] { $count } réorientations à organiser
}

# Essai du terminal
terminal-title = Essai du terminal
terminal-heading = Ce terminal montre-t-il bien tout ceci ?
terminal-fine = Si tout se lit comme il faut, Entrée suffit.
terminal-letters = Accents
terminal-lines = Lignes
terminal-colours = Couleurs
terminal-colour-good = à jour
terminal-colour-soon = bientôt
terminal-colour-late = en retard
terminal-colour-key = touche
terminal-colour-chosen = choisi
terminal-window = Fenêtre
terminal-window-enough = { $columns } × { $rows }
terminal-window-small = { $columns } × { $rows } : 80 × 24 serait plus confortable
terminal-keys = Touches
terminal-key-try = { $key } : pas essayée
terminal-key-came = { $key } : reçue
terminal-wrong = Des carrés, des points d’interrogation, des lettres étranges ? La touche { $terminal-signs } change les signes. Maintenant : { $signs }.
terminal-signs-all = tous
terminal-signs-letters = lettres accentuées et lignes simples
terminal-signs-ascii = sans accents ni lignes (ce qui est tapé les garde)
terminal-later = Cet essai se refait avec « jalon doctor --terminal ».
terminal-depth-none = sans couleur
terminal-depth-eight = 8 couleurs
terminal-depth-sixteen = 16 couleurs
terminal-depth-indexed = 256 couleurs
terminal-depth-full = toutes les couleurs

list-out-title = Sortir la liste : { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
}{ $limited ->
    [0] {""}
    [one] {" "}· sans { $limited } limitée
   *[other] {" "}· sans { $limited } limitées
}
list-out-question = Où écrire la liste ? « .csv » pour un tableur, « .json » pour un programme
list-out-how = Entrée l’écrit, en clair : gardez-la pour vous. Le journal note sa sortie.
list-out-no-way = Aucun autre fichier ici.
list-out-file = liste
list-out-next = Prochain rendez-vous
list-out-done = Liste écrite : { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
}{ $limited ->
    [0] {""}
    [one] {" "}(sans { $limited } limitée)
   *[other] {" "}(sans { $limited } limitées)
}, { $path }
why-discreet = le mode discret cache les noms : quittez-le d’abord
err-list-format = { $path } ne dit pas comment écrire la liste.
err-list-format-remedy = Terminez le nom par « .csv » (tableur) ou « .json » (programme).
