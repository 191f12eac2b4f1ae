# Formulaires et dossier.

code-Signing-deux = les deux ont signé
code-Signing-adherent = l’adhérent·e seul·e a signé
code-Signing-conseiller = l’accompagnateur·rice seul·e a signé
code-Signing-aucune = personne n’a signé
code-Signing-refus = l’adhérent·e refuse de signer
