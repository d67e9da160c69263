# The classes of stakeholders: one, many, and the letter of the mark.

class-government = Government
class-international-organisation = International organisation
class-civil-society = Civil society
class-industry = Industry
class-academia = Academia
class-technical-community = Technical community

class-government-many = Governments
class-international-organisation-many = International organisations
class-civil-society-many = Civil society
class-industry-many = Industry
class-academia-many = Academia
class-technical-community-many = Technical community

class-government-mark = G
class-international-organisation-mark = O
class-civil-society-mark = C
class-industry-mark = I
class-academia-mark = A
class-technical-community-mark = T
