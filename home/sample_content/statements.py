"""The privacy and accessibility statements."""

from .records import ContentPageRecord, bullets, heading, link, page_link, text

JOIN = page_link("working-group/join", "Join us")

PRIVACY = ContentPageRecord(
    slug="privacy",
    title="Privacy",
    introduction="What this site knows about you, why, and for how long. It is not much.",
    search_description=(
        "What personal data this site keeps, why and for how long, which cookies it sets, and how "
        "to have your data erased."
    ),
    updated_note="Last checked in November 2026.",
    body=[
        heading("If you only read"),
        text(
            "We do not count or follow visitors. Pages load nothing from other companies: no "
            "adverts, no maps, no fonts, no films. A link to a film takes you to another site only "
            "when you follow it.",
            "We count which words are searched for, to make the search better: the words and how "
            "often, never who typed them. What looks like an e-mail address, a number or a "
            "postcode is not kept. The counts are erased after 90 days.",
        ),
        heading("If you write to us"),
        text(
            "When you send the form under " + JOIN + ", we keep your name, your e-mail address, "
            "your organisation if you give one, and your message. We use them to answer and to "
            "invite you, because you asked us to. Those who run the working group can see them, "
            "and nobody else. They are erased after one year at the latest.",
        ),
        heading("If you get our e-mails"),
        text(
            "When you ask for "
            + link("/working-group/list/", "our e-mails")
            + ", we keep your e-mail address and, if you give it, your name. Only those who run "
            "the working group see them, and use them for nothing else. Every e-mail has a link to "
            "leave: then your address is erased from the list at once. An address that nobody "
            "confirms is erased after 30 days. We do not follow who opens an e-mail.",
        ),
        heading("If you come to a meeting"),
        text(
            "When you register, we keep your name and your e-mail address, so that we can tell you "
            "when something changes. They are erased 90 days after the meeting. What you need to "
            "take part is kept apart: only those who organise the meeting see it, and it is erased "
            "14 days after. The link in our e-mail lets you change or cancel. No cookie is needed.",
        ),
        heading("If you send us an example"),
        text(
            "We keep what you write, your name, your e-mail address and, if you give it, your "
            "telephone number. Only the editors who work on examples see who you are. We use it to "
            "write the case study with you and to ask for your yes to the exact text.",
            bullets(
                "What was begun, or sent and not confirmed, is erased after 30 days.",
                "What we decline is erased after six months.",
                "Your name, address and telephone number are erased a year after your last "
                "permission has ended.",
            ),
            "With the link in our e-mail you can take back what you agreed to, at any time. No "
            "account and no cookie is needed.",
        ),
        heading("If you are an editor"),
        text(
            "Editors have accounts. We keep the name, e-mail address, organisation and role, and a "
            "record of what was changed and when, so that texts can be traced. To stop people from "
            "guessing passwords we keep attempts to sign in, with the user name and the network "
            "address they came from.",
        ),
        heading("People in case studies"),
        text(
            "Case studies name organisations and groups. They do not name private people.",
        ),
        heading("Cookies"),
        text(
            "A cookie is a small piece of text that a site leaves in your browser. We set one that "
            "protects a form from being sent in your name by another site, and one that keeps an "
            "editor signed in. If you only read, neither is needed.",
        ),
        heading("Your rights"),
        text(
            bullets(
                "You may ask what we hold about you, and have it put right.",
                "You may ask us to erase it.",
                "You may complain to the Information Commissioner’s Office, "
                + link("https://ico.org.uk/", "ico.org.uk")
                + ".",
            ),
            "Write to the working group through " + JOIN + ".",
        ),
    ],
)

ACCESSIBILITY = ContentPageRecord(
    slug="accessibility",
    title="Accessibility",
    introduction="Everybody should be able to use this site. Tell us when you cannot.",
    search_description=(
        "How accessible this site is meant to be, how we check it, what we know is not good "
        "enough, and how to ask for another format."
    ),
    updated_note="Last checked in November 2026.",
    body=[
        heading("What we aim for"),
        text(
            "We aim to meet level AA of the Web Content Accessibility Guidelines, version 2.2. "
            "You should be able to:",
            bullets(
                "reach everything with a keyboard, and see where you are",
                "make text four times as large without losing anything",
                "use a small telephone screen, or print a page",
                "use the site without scripts, in dark mode and with colours of your own",
                "have a screen reader say what every picture and diagram shows",
                "read plain English, and a shorter version of some case studies.",
            ),
        ),
        heading("Other formats"),
        text(
            "Do you need large print, Easy Read, another language, or somebody to read a page to "
            f"you? Write to the working group through {JOIN} and say which page it is.",
        ),
        heading("How we check"),
        text(
            "We use automatic checks, and we go through pages by keyboard, on a narrow screen, "
            "enlarged and without scripts. Automatic checks find only some of what is wrong.",
        ),
        heading("What we know is not good enough"),
        text(
            bullets(
                "No independent test, and no test by disabled people, has been made yet. We "
                "therefore do not claim to meet the guidelines in full.",
                "Only some case studies have a plain-language version, and none an Easy Read one.",
                "There are no versions in British Sign Language.",
                "Documents and films on other sites that we link to may not be accessible.",
            ),
        ),
        heading("If something does not work"),
        text(
            f"Tell us through {JOIN}: which page, what happened, and what you use. If our answer "
            "does not satisfy you, the Equality Advisory and Support Service can help: "
            + link("https://www.equalityadvisoryservice.com/", "equalityadvisoryservice.com")
            + ".",
        ),
    ],
)
