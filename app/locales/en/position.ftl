# What a stakeholder says of a version: as a choice in a form, and as said of a seat.

position-endorse = Endorse
position-no-objection = No objection
position-endorse-with-reservation = Endorse, with reservation
position-object = Object
position-abstain = Abstain
position-recuse = Recuse

position-endorse-said = Endorses
position-no-objection-said = No objection
position-endorse-with-reservation-said = Endorses, with reservation
position-object-said = Objects
position-abstain-said = Abstains
position-recuse-said = Recused
position-none-said = No position yet
position-none-over = No position
