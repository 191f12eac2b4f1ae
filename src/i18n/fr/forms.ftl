# Formulaires et dossier.

code-Signing-deux = les deux ont signé
code-Signing-adherent = l’adhérent·e seul·e a signé
code-Signing-conseiller = l’accompagnateur·rice seul·e a signé
code-Signing-aucune = personne n’a signé
code-Signing-refus = l’adhérent·e refuse de signer

# Après un enregistrement, brouillons
saved-act = Enregistré : { $act } ({ $key } pour annuler)
draft-left = Brouillon gardé.
doubt-again = La même touche encore l’enregistre tel quel.

# Saisie rapide
quick-title = Saisie rapide
quick-codes = p h d v t e · signatures d a c n r · * habituel
quick-empty = Tapez le début d’un nom, une durée, des codes, puis le compte rendu.
quick-nobody = Personne ne correspond à « { $words } ».
quick-which = Plusieurs personnes : Entrée encore pour celle qui est marquée, ↑ ↓ pour une autre.
quick-interview = entretien du { $date }
quick-appointment = rendez-vous du { $date } { $time }
quick-record = « { $text } »

# Où en est une signature
signature-to-sign = à signer
signature-paper = signé sur papier le
signature-electronic = signé en ligne le
signature-refused = refus
signature-not-applicable = sans objet
value-yes = oui

# Dossier
file-title = dossier
file-page-summary = Résumé
file-page-interviews = Entretiens
file-page-steps = Étapes
file-page-events = Évènements
file-page-history = Historique
file-draft = brouillon
file-enrolled = adhésion le { $date }
file-exited = sortie le { $date }
file-referred = orientation : { $name }
file-referent = suivi : { $name }
file-appointment = Prochain rendez-vous : { $when }
file-no-appointment = Prochain rendez-vous : aucun ({ $key } pour en prendre un)
file-no-pathway = Le parcours n’a pas encore de date.
file-findings = Alertes, et la touche qui les lève
file-no-finding = Aucune alerte.
file-complete = compléter
file-last-notes = Dernières notes
file-no-note = Aucun compte rendu écrit.
file-no-interview = Aucun entretien. La touche i en saisit un, j prend un rendez-vous.
file-no-step = Aucune étape. La touche s en ajoute une.
file-no-event = Aucun évènement. La touche k note un appel, un courrier, une visite.
interviews-date = date
interviews-start = heure
interviews-duration = durée
interviews-modality = modalité
interviews-outcome = issue
interviews-signed = signé
interviews-justified = justification
why-file-gone = ce dossier n’est plus là : sa création a été annulée
pathway-years = parcours
pathway-steps = étapes
pathway-interviews = entretiens
pathway-months = 12 mois
pathway-coverage = présence
pathway-legend = ■ physique  □ à distance  · aucun  - absent·e du parcours
month-initials = jfmamjjasond
steps-status = statut
steps-category = catégorie
steps-title = intitulé
steps-from = début
steps-until = fin
steps-partner = partenaire
signatures-awaited = à signer
signatures-done = signé
signatures-refused = refus
interview-justified = justifié
interview-changed = modifié
interview-changed-long = modifié après signature : à signer de nouveau
interview-no-record = Pas de compte rendu.
signed-participant = adhérent·e :
signed-counsellor = accompagnateur·rice :
signed-code = code { $code }
lack-duration = durée
lack-record = compte rendu
lack-participant-signature = signature adh.
lack-participant-refused = refus de signer
lack-counsellor-signature = signature acc.
event-decision = décision : { $ruling }
history-reading = Lecture de l’historique…
history-version = { $date } { $time } · { $what } { $verb } · poste { $station } n° { $number }
history-created = ajout
history-changed = modification
history-restored = rétablissement
history-withdrawn = retrait
history-undone = annulé depuis
history-nothing = (vide)
history-field = { $field } : { $after }
history-field-changed = { $field } : { $before } → { $after }
