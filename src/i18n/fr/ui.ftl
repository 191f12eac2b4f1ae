# Le cadre des écrans : actions, touches, messages de la ligne d’état, aide, palette.

# Actions : action-<identifiant>
action-home-open = aujourd’hui
action-caseload-open = file active
action-due-open = échéances
action-import-open = importer des fichiers
action-import-complete = compléter
action-import-take = importer
action-import-partial = prendre les lignes justes
action-import-same = même personne
action-import-mapping = écrire la correspondance
action-import-again = relire
action-import-leave = revenir
action-exit-open = sortie
action-screen-back = retour
action-quick-open = saisie rapide
action-quick-save = enregistrer
action-quick-form = formulaire complet
action-interview-new = entretien
action-appointment-came = venu·e
action-appointment-no-show = absent·e
action-appointment-accept = accepter le rendez-vous proposé
action-appointment-new = rendez-vous
action-step-new = étape
action-employment-new = contrat
action-training-new = formation
action-contact-new = évènement
action-person-new = nouvelle personne
action-person-edit = identité
action-enrolment-edit = adhésion
action-decision-new = décision
action-diagnosis-edit = diagnostic
action-skill-new = compétence (livret)
action-positioning-new = positionnement
action-case-edit = cas particulier
action-entry-new = ajouter
action-entry-edit = modifier
action-entry-read = lire
action-entry-withdraw = retirer
action-entry-duplicate = dupliquer
action-entry-undo = annuler
action-entry-redo = rétablir
action-form-accept = suivant
action-search-open = chercher
action-list-up = ligne au-dessus
action-list-down = ligne au-dessous
action-list-page-up = page précédente
action-list-page-down = page suivante
action-list-first = début
action-list-last = fin
action-list-open = ouvrir
action-list-search = chercher
action-people-mark = cocher
action-people-mark-all = tout cocher
action-people-list-out = sortir la liste
action-view-open = vues
action-view-rename = renommer la vue
action-view-remove = retirer la vue
action-list-sort = trier
action-list-facet = filtrer
action-due-why = pourquoi
action-as-of-later = plus tard
action-as-of-earlier = plus tôt
action-as-of-day = choisir le jour
action-as-of-today = revenir à aujourd’hui
action-page-next = onglet suivant
action-page-previous = onglet précédent
action-locked-accept = continuer
action-form-next = champ suivant
action-form-back = précédent
action-form-save = enregistrer
action-form-list = voir la liste
action-search-leave = tout revoir
action-form-leave = brouillon
action-form-drop = jeter le brouillon
action-overlay-accept = valider
action-overlay-close = fermer
action-app-help = aide
action-app-palette = palette
action-app-lock = verrouiller
action-app-discreet = mode discret
action-app-language = English
action-app-tour = visite guidée
action-app-quit = quitter
action-terminal-signs = autres signes

# Rubriques de l’aide
category-places = Aller
category-entry = Saisir
category-lists = Listes
category-lists-move = se déplacer
category-forms = Formulaires
category-forms-move = passer d’un champ à l’autre
category-program = Programme
category-signs = Signes

# Noms de touches
key-enter = Entrée
key-esc = Échap
key-tab = Tab
key-shift-tab = Maj-Tab
key-space = Espace
key-up = ↑
key-down = ↓
key-left = ←
key-right = →
key-home = Début
key-end = Fin
key-page-up = Page↑
key-page-down = Page↓
key-delete = Suppr
key-f2 = F2
key-f3 = F3
key-f4 = F4
key-f5 = F5
key-f6 = F6
key-f7 = F7
key-f8 = F8
key-f9 = F9

# Ligne du haut
top-demo = DÉMO
top-discreet = discret
top-unsent = { $count } à envoyer

# Ligne d’état
status-doubt = Alerte :
status-refusal = Refus :
paste-cut = Le texte collé est trop long : seul son début est pris.
window-too-small = La fenêtre est trop petite : au moins 40 colonnes et 12 lignes. Rien n’est perdu.

# Pourquoi une action ne se fait pas ici
why-elsewhere = pas sur cet écran
why-locked = le poste est verrouillé
why-nothing-to-undo = rien à annuler
why-nothing-to-redo = rien à rétablir
why-first-screen = c’est déjà le premier écran
why-too-many-screens = trop d’écrans ouverts : fermez-en un avec Échap

# Actes, pour annuler et rétablir
act-erasure = effacement
act-legal_hold = gel
act-station = poste
act-person = identité
act-enrolment = adhésion
act-interview = entretien
act-appointment = rendez-vous
act-step = étape
act-contact = évènement
act-decision = décision
act-employment = emploi
act-training = formation
act-diagnosis = diagnostic
act-barrier = frein
act-goal = objectif
act-skill = compétence
act-positioning = positionnement
act-special_case = cas particulier
act-import = import de { $count } éléments
act-other = saisie
act-several = { $count ->
    [one] { $what } et { $count } autre saisie
   *[other] { $what } et { $count } autres saisies
}
act-people = { $what }, { $count } personnes
act-dated = { $what } du { $date }
done-undone = Annulé : { $act }
done-redone = Rétabli : { $act }

# Aide, palette, avis
help-title = Les touches d’ici
palette-title = Toutes les actions
palette-named = { $action } : { $act }
notice-failure = Échec
err-worker-stopped = Une opération s’est arrêtée d’une façon inattendue. Rien n’a été enregistré par elle.
err-worker-stopped-remedy = Quittez, rouvrez Jalon : vos brouillons sont gardés. Si cela recommence, lancez « jalon doctor ».
pick-nothing = Rien ne correspond.
confirm-how = Entrée confirme, Échap renonce.
day-title = Choisir un jour
day-not-understood = Un jour, par exemple 12/3, 12 mars, lu ou -3.
day-no-such-day = Ce jour n’existe pas : { $length }.

# Formulaires
answer-yes = oui
answer-no = non
form-again-keeps = La même touche encore pour garder.
form-draft-kept = Brouillon gardé : il vous attend dans « Aujourd’hui ».
form-last-field = C’est le dernier champ : F2 enregistre.
form-no-list = Ce champ n’a pas de liste.
form-nothing-to-repeat = Rien à répéter dans ce champ.
typed-required = { $field } : à remplir.
typed-too-long = { $field } : { $limit } caractères au plus.
typed-date = { $field } : un jour, par exemple 12/3, 1203, 12 mars, lu, -3 ou +4s.
typed-no-such-day = { $field } : ce jour n’existe pas, { $length }.
typed-time = { $field } : une heure, par exemple 14, 1430 ou 14h30.
typed-hours = { $field } : un nombre d’heures, { $limit } au plus, par exemple 35, 24,5 ou 24h30.
typed-minutes = { $field } : une durée de { $limit } minutes au plus, par exemple 45 ou 1h15.
typed-integer = { $field } : un nombre ({ $limit }).
typed-choice = { $field } : une des réponses de la liste.
typed-commune = { $field } : une commune de la Métropole, par son nom ou son code.
typed-phone = { $field } : un numéro de téléphone, par exemple 06 12 34 56 78.
typed-social-security-number = Ce texte contient un numéro de sécurité sociale, que Jalon ne garde jamais. La même touche encore l’efface.
problem-config-name = « { $value } » n’est pas le nom d’un fichier de thème ou de clavier.
problem-config-language = « { $value } » n’est pas une langue : fr ou en.
problem-config-lock = Le délai de verrouillage va de 1 à 15 minutes, pas { $value }.

# Fichiers personnels : touches, thèmes, configuration
problem-syntax = ce n’est pas du TOML ({ $detail })
problem-keymap-inherits = on n’hérite que de « { $expected } »
problem-keymap-scope = « { $found } » n’est pas une rubrique de touches ; attendu : { $expected }
problem-keymap-table = « { $found } » est une rubrique : écrivez [{ $found }] puis une touche par ligne
problem-keymap-key = « { $found } » n’est pas une touche
problem-keymap-twin = « { $found } » : les terminaux ne la distinguent pas de { $twin }
problem-keymap-action = « { $found } » n’est pas une action
problem-keymap-elsewhere = l’action « { $found } » n’existe pas dans [{ $scope }]
problem-keymap-typed = « { $found } » s’écrit dans un champ de [{ $scope }] : ajoutez ctrl, ou prenez une touche de fonction
problem-keymap-hides = « { $found } » cache « { $hidden } », qui commence de même
problem-keymap-essential = l’action « { $found } » doit garder une touche
problem-theme-inherits = « { $found } » n’est pas un thème fourni
problem-theme-table = « { $found } » : attendu [palette] et [roles]
problem-theme-role = « { $found } » n’est pas un rôle
problem-theme-style = « { $found } » : attendu, entre accolades, fg = "…", bg = "…" ou bold = true
problem-theme-attribute = « { $found } » n’est pas un attribut ; attendu : fg, bg, bold, dim, italic, underline, reverse
problem-theme-yes-no = « { $found } » : attendu true ou false
problem-theme-color = « { $found } » n’est pas une couleur
problem-theme-missing = il manque des rôles : { $missing }

# La visite guidée
tour-place = Visite, { $rank } sur { $count } (Échap la quitte).
tour-today = Aujourd’hui dit qui a besoin de vous, et pourquoi. « { $caseload-open } » ouvre la file active.
tour-caseload = Tout le monde est là : cela se cherche, se trie, se filtre. « { $list-open } » ouvre le dossier choisi.
tour-file = Un dossier commence par son résumé. « { $page-next } » passe à la page de ses entretiens.
tour-quick = « { $quick-open } » note un entretien en une ligne, où que vous soyez.
tour-entry = Tapez 45 p d Atelier CV (45 minutes, en présence, signé des deux), puis « { $quick-save } » l’enregistre.
tour-undo = C’est sur le disque. « { $entry-undo } » l’annule, par son nom.
tour-due = « { $due-open } » range les retards par règle.
tour-why = « { $due-why } » dit pourquoi : l’article, les dates, et ce qui lève l’alerte.
tour-over = La visite est finie : « { $app-help } » dit les touches d’ici, « { $app-palette } » trouve toute action par son nom.
tour-left = Visite quittée. « { $app-tour } » la reprend depuis le début.
why-demo-only = la visite guidée est celle de la démonstration
