# The accessibility statement and the page about personal data.

public-nav = Pages
public-back = Back to the map
public-other-language = Polski
public-lacking = [the publisher has not stated this]
public-nobody = Whoever publishes this map has not stated who they are yet. What follows is what is known of the program itself.

footer-statement = Accessibility statement
footer-privacy = Personal data and cookies

## Accessibility statement

statement-title = Accessibility statement
statement-intro = undertakes to make its website accessible, as the Polish act of 4 April 2019 on the digital accessibility of websites and mobile applications of public bodies asks. This statement is about the website
statement-published = Day of publication of the website:
statement-updated = Day of its last important change:
statement-status-heading = Compliance status
statement-status-partial = The website complies in part with the act on the digital accessibility of websites and mobile applications of public bodies, because of what is listed below.
statement-status-none = The website does not comply with the act on the digital accessibility of websites and mobile applications of public bodies. What it lacks is listed below.
statement-not-met-heading = Content that is not accessible
statement-1-4-10 = WCAG 1.4.10 (reflow): the map and wide tables scroll sideways, too.
statement-1-4-13 = WCAG 1.4.13 (content on hover or focus): Esc does not close the names of marks on the map while the pointer rests there.
statement-2-1-1 = WCAG 2.1.1 (keyboard): an area of the map cannot be drawn by keyboard; the filters of regions and the radius bound in a like way.
statement-2-1-4 = WCAG 2.1.4 (character key shortcuts): in a presentation the keys R and the arrows cannot be changed or switched off.
statement-2-4-11 = WCAG 2.4.11 (focus not obscured): on a telephone the card lies over the lower part of the list until it is closed.
statement-2-5-7 = WCAG 2.5.7 (dragging movements): a single pointer cannot move the map without dragging; the arrow keys can.
statement-why = Why: limits of interactive maps. All practices of the map are in the list and in the table as well, and the record card says in words where they are.
statement-not-examined = Not examined are these criteria of WCAG: { $criteria }. Nobody who uses a screen reader each day has tried the website yet.
statement-burden = Analysis of the disproportionate burden
statement-no-burden = The publisher claims no disproportionate burden.
statement-made-heading = Preparation of this statement
statement-drawn-up = Day on which it was drawn up:
statement-reviewed = Day on which it was last reviewed:
statement-by-self = The statement rests on a self-assessment by the public body.
statement-by-auditor = The statement rests on an examination by another body: { $auditor }.
statement-keys-heading = Keyboard
statement-keys = The first link of a page skips the filters, the first in the map skips the map. In the map the arrows move it, + and − zoom. In a presentation the arrows, Page Up and Page Down go on and back, Esc ends it. All else are the browser’s own shortcuts.
statement-contact-heading = Feedback and contact
statement-contact = Problems with the accessibility of this website can be reported to:
statement-person = Person or unit:
statement-email = E-mail:
statement-phone = Telephone:
statement-procedure-heading = Requests and complaints about accessibility
statement-procedure-request = Everybody may request that the website or a part of it is made accessible, or that its content is given in another way.
statement-procedure-content = A request should say how to reach you, which page or part it is about, and which way of access suits you.
statement-procedure-time = We answer without delay, within 7 days at the latest. If we cannot, we say why and by when, at most 2 months from the request. If the content cannot be made accessible, we offer another way of access.
statement-procedure-complaint = A refusal, a missed term or another way of access that does not suit you can be complained about to the publisher:
statement-procedure-ombudsman = You may also turn to the
statement-ombudsman = Commissioner for Human Rights (in Polish)
statement-architecture-heading = Access to the building
statement-apps-heading = Mobile applications

## Personal data

privacy-title = Personal data and cookies
privacy-who = Controller
privacy-controller = The controller of personal data is
privacy-officer = Questions about personal data are answered by (data protection officer):
privacy-contacts = Contact persons of practices
privacy-legal-basis = Legal basis of showing them:
privacy-stored = What the server stores, and for how long
privacy-visit = The visit (chosen filters and practices): in memory, until about a minute after the page is closed. Filters are also in the page’s address, which your browser knows.
privacy-uploads = Files and tables that you add on ‘Add data’: in the server’s memory, seen in your browser alone, at most { $minutes } minutes after they were last shown; you can remove them sooner. Only what a person with the right to correct saves reaches the server’s disk.
privacy-log = The program’s log holds no IP addresses, no addresses of opened pages and no content of fields.
privacy-log-unknown = Whether and for how long other servers of the publisher store IP addresses, the publisher has not stated.
privacy-log-days = { $days ->
    [0] Other servers of the publisher store no IP addresses.
    [one] Other servers of the publisher store IP addresses for { $days } day.
   *[other] Other servers of the publisher store IP addresses for { $days } days.
}
privacy-corrections = Corrections: who (e-mail address of the login), when and what; without a term, since this is the history of the data. Only persons whom the publisher names can save them.
privacy-cookies = Cookies
privacy-cookie-browser = knows the browser that began a visit, so that nobody else takes it over; necessary, until the browser is closed.
privacy-cookie-xsrf = guards the sending of files against other sites; necessary.
privacy-cookie-login = holds the login; necessary for those who log in, who may save for 12 hours. While one logs in, the browser’s tab remembers the address to come back to.
privacy-no-tracking = There are no other cookies, no statistics of visits and no tracking.
privacy-others = Who receives data
privacy-nobody-else = The page loads nothing from other servers and passes no data to them.
privacy-map-sites = Where you choose another ground of the map, your browser loads its pictures from: { $sites }. These servers then learn your IP address and the place you look at.
privacy-rights = Your rights
privacy-rights-text = You may ask for access to your data, for its correction, erasure or restriction, object to its processing, and complain to the President of the Personal Data Protection Office (UODO).
