"""Who may do what in the admin, as tables to be read and agreed by people.

The columns are the roles. "other" is a CVS editor of another organisation than the one that
looks after the case studies here; "editor" is one of its own, and began them.

The cells are what comes of the request: "yes" is that it is shown or done; "live" is that
other words than before became public; "-" is a refusal that changes nothing. Where a button
may not be used but the text is still saved as a draft (Publish, for one), the cell is "yes"
and not "live". A locked page and one under review are saved for nobody but reviewers.
"""

# On which page, then what is asked of it (see `operations`).
PAGES = """
                          anonymous other     editor    reviewer  secretary manager   superuser

draft:
  explore                 -         yes       yes       yes       yes       yes       yes
  read by the API         -         yes       yes       yes       -         yes       yes
  open the editor         -         -         yes       yes       -         yes       yes
  view the draft          -         -         yes       yes       -         yes       yes
  history                 -         -         yes       yes       -         yes       yes
  workflow history        -         -         yes       yes       -         yes       yes
  usage                   -         -         yes       yes       -         yes       yes
  compare                 -         -         yes       yes       -         yes       yes
  view a revision         -         -         yes       yes       -         yes       yes
  open a revision         -         -         yes       yes       -         yes       yes
  open copy               -         -         yes       yes       -         yes       yes
  open move               -         -         yes       yes       -         yes       yes
  open delete             -         -         yes       yes       -         yes       yes
  open privacy            -         -         -         -         -         -         yes
  save                    -         -         yes       yes       -         yes       yes
  publish                 -         -         yes       yes       -         yes       live
  submit                  -         -         yes       yes       -         yes       yes
  schedule                -         -         yes       yes       -         yes       yes
  preview                 -         -         yes       yes       -         yes       yes
  save an older text      -         -         yes       yes       -         yes       yes
  publish an older text   -         -         yes       yes       -         yes       live
  copy                    -         -         yes       yes       -         yes       yes
  copy and publish        -         -         yes       yes       -         yes       yes
  copy as an alias        -         -         yes       yes       -         yes       yes
  move                    -         -         yes       yes       -         yes       yes
  delete                  -         -         yes       yes       -         yes       yes
  set privacy             -         -         -         -         -         -         yes
  lock                    -         -         -         yes       -         yes       yes
  bulk publish            -         -         -         -         -         -         live
  bulk delete             -         -         yes       yes       -         yes       yes
  bulk move               -         -         yes       yes       -         yes       yes
  API publish             -         -         -         -         -         -         live
  API delete              -         -         yes       yes       -         yes       yes
  API copy                -         -         yes       yes       -         yes       yes
  API copy live           -         -         -         -         -         -         yes
  API alias               -         -         -         -         -         -         yes
  API move                -         -         yes       yes       -         yes       yes
  API revert              -         -         yes       yes       -         yes       yes

in review:
  explore                 -         yes       yes       yes       yes       yes       yes
  read by the API         -         yes       yes       yes       -         yes       yes
  open the editor         -         -         yes       yes       -         yes       yes
  view the draft          -         -         yes       yes       -         yes       yes
  history                 -         -         yes       yes       -         yes       yes
  workflow history        -         -         yes       yes       -         yes       yes
  workflow detail         -         -         yes       yes       -         yes       yes
  preview for the task    -         -         -         yes       -         yes       yes
  collect a comment       -         -         -         yes       -         yes       yes
  usage                   -         -         yes       yes       -         yes       yes
  compare                 -         -         yes       yes       -         yes       yes
  view a revision         -         -         yes       yes       -         yes       yes
  open a revision         -         -         yes       yes       -         yes       yes
  open copy               -         -         yes       yes       -         yes       yes
  open move               -         -         yes       yes       -         yes       yes
  open delete             -         -         yes       yes       -         yes       yes
  open privacy            -         -         -         -         -         -         yes
  save                    -         -         -         yes       -         yes       yes
  publish                 -         -         -         yes       -         yes       live
  submit                  -         -         -         yes       -         yes       yes
  schedule                -         -         -         yes       -         yes       yes
  preview                 -         -         yes       yes       -         yes       yes
  save an older text      -         -         -         yes       -         yes       yes
  publish an older text   -         -         -         yes       -         yes       live
  copy                    -         -         yes       yes       -         yes       yes
  copy and publish        -         -         yes       yes       -         yes       yes
  copy as an alias        -         -         yes       yes       -         yes       yes
  move                    -         -         yes       yes       -         yes       yes
  delete                  -         -         yes       yes       -         yes       yes
  set privacy             -         -         -         -         -         -         yes
  lock                    -         -         -         yes       -         yes       yes
  approve                 -         -         -         live      -         live      live
  reject                  -         -         -         yes       -         yes       yes
  approve in the editor   -         -         -         live      -         live      live
  reject in the editor    -         -         -         yes       -         yes       yes
  cancel the review       -         -         yes       yes       -         yes       yes
  bulk publish            -         -         -         -         -         -         live
  bulk delete             -         -         yes       yes       -         yes       yes
  bulk move               -         -         yes       yes       -         yes       yes
  API publish             -         -         -         -         -         -         live
  API delete              -         -         yes       yes       -         yes       yes
  API copy                -         -         yes       yes       -         yes       yes
  API copy live           -         -         -         -         -         -         yes
  API alias               -         -         -         -         -         -         yes
  API move                -         -         yes       yes       -         yes       yes

live:
  explore                 -         yes       yes       yes       yes       yes       yes
  read by the API         -         yes       yes       yes       -         yes       yes
  open the editor         -         -         yes       yes       -         yes       yes
  view the draft          -         -         yes       yes       -         yes       yes
  history                 -         -         yes       yes       -         yes       yes
  workflow history        -         -         yes       yes       -         yes       yes
  usage                   -         -         yes       yes       -         yes       yes
  compare                 -         -         yes       yes       -         yes       yes
  view a revision         -         -         yes       yes       -         yes       yes
  open a revision         -         -         yes       yes       -         yes       yes
  open copy               -         -         yes       yes       -         yes       yes
  open move               -         -         -         yes       -         yes       yes
  open delete             -         -         -         yes       -         yes       yes
  open unpublish          -         -         -         yes       -         yes       yes
  open privacy            -         -         -         yes       -         yes       yes
  save                    -         -         yes       yes       -         yes       yes
  publish                 -         -         yes       yes       -         yes       live
  submit                  -         -         yes       yes       -         yes       yes
  schedule                -         -         yes       yes       -         yes       yes
  preview                 -         -         yes       yes       -         yes       yes
  save an older text      -         -         yes       yes       -         yes       yes
  publish an older text   -         -         yes       yes       -         yes       live
  copy                    -         -         yes       yes       -         yes       yes
  copy and publish        -         -         yes       yes       -         yes       live
  copy as an alias        -         -         yes       yes       -         yes       live
  move                    -         -         -         yes       -         yes       yes
  change the order        -         -         -         yes       -         yes       yes
  delete                  -         -         -         yes       -         yes       yes
  unpublish               -         -         -         yes       -         yes       yes
  set privacy             -         -         -         yes       -         yes       yes
  lock                    -         -         -         yes       -         yes       yes
  bulk unpublish          -         -         -         yes       -         yes       yes
  bulk delete             -         -         -         yes       -         yes       yes
  bulk move               -         -         -         yes       -         yes       yes
  API unpublish           -         -         -         yes       -         yes       yes
  API delete              -         -         -         yes       -         yes       yes
  API copy                -         -         yes       yes       -         yes       yes
  API copy live           -         -         -         -         -         -         live
  API alias               -         -         -         -         -         -         live
  API move                -         -         -         yes       -         yes       yes

news:
  explore                 -         yes       yes       yes       yes       yes       yes
  read by the API         -         -         -         -         yes       yes       yes
  open the editor         -         -         -         -         yes       yes       yes
  view the draft          -         -         -         -         yes       yes       yes
  history                 -         -         -         -         yes       yes       yes
  workflow history        -         -         -         -         yes       yes       yes
  usage                   -         -         -         -         yes       yes       yes
  compare                 -         -         -         -         yes       yes       yes
  view a revision         -         -         -         -         yes       yes       yes
  open copy               -         -         -         -         yes       yes       yes
  open move               -         -         -         -         yes       yes       yes
  open delete             -         -         -         -         yes       yes       yes
  open unpublish          -         -         -         -         yes       yes       yes
  open privacy            -         -         -         -         yes       yes       yes
  save                    -         -         -         -         yes       yes       yes
  publish                 -         -         -         -         live      live      live
  schedule                -         -         -         -         yes       yes       yes
  copy                    -         -         -         -         yes       yes       yes
  copy and publish        -         -         -         -         live      live      live
  copy as an alias        -         -         -         -         live      live      live
  move                    -         -         -         -         yes       yes       yes
  delete                  -         -         -         -         yes       yes       yes
  unpublish               -         -         -         -         yes       yes       yes
  set privacy             -         -         -         -         yes       yes       yes
  lock                    -         -         -         -         yes       yes       yes
  bulk unpublish          -         -         -         -         yes       yes       yes
  bulk delete             -         -         -         -         yes       yes       yes
  API unpublish           -         -         -         -         yes       yes       yes
  API delete              -         -         -         -         yes       yes       yes
  API copy                -         -         -         -         yes       yes       yes
  API copy live           -         -         -         -         live      live      live
  API alias               -         -         -         -         live      live      live
  API revert              -         -         -         -         yes       yes       yes

meeting:
  explore                 -         yes       yes       yes       yes       yes       yes
  read by the API         -         -         -         -         yes       yes       yes
  open the editor         -         -         -         -         yes       yes       yes
  view the draft          -         -         -         -         yes       yes       yes
  history                 -         -         -         -         yes       yes       yes
  workflow history        -         -         -         -         yes       yes       yes
  usage                   -         -         -         -         yes       yes       yes
  compare                 -         -         -         -         yes       yes       yes
  view a revision         -         -         -         -         yes       yes       yes
  open copy               -         -         -         -         yes       yes       yes
  open move               -         -         -         -         yes       yes       yes
  open delete             -         -         -         -         yes       yes       yes
  open privacy            -         -         -         -         yes       yes       yes
  save                    -         -         -         -         yes       yes       yes
  publish                 -         -         -         -         live      live      live
  schedule                -         -         -         -         yes       yes       yes
  copy                    -         -         -         -         yes       yes       yes
  copy and publish        -         -         -         -         yes       yes       yes
  copy as an alias        -         -         -         -         yes       yes       yes
  move                    -         -         -         -         yes       yes       yes
  delete                  -         -         -         -         yes       yes       yes
  set privacy             -         -         -         -         yes       yes       yes
  lock                    -         -         -         -         yes       yes       yes
  bulk publish            -         -         -         -         live      live      live
  bulk delete             -         -         -         -         yes       yes       yes
  API publish             -         -         -         -         live      live      live
  API delete              -         -         -         -         yes       yes       yes
  API copy                -         -         -         -         yes       yes       yes
  API copy live           -         -         -         -         yes       yes       yes
  API alias               -         -         -         -         yes       yes       yes

compendium:
  explore                 -         yes       yes       yes       yes       yes       yes
  choose a page below     -         yes       yes       yes       yes       yes       yes
  read by the API         -         yes       yes       yes       -         yes       yes
  open the editor         -         -         -         yes       -         yes       yes
  view the draft          -         -         -         yes       -         yes       yes
  history                 -         -         -         yes       -         yes       yes
  workflow history        -         -         -         yes       -         yes       yes
  usage                   -         -         -         yes       -         yes       yes
  compare                 -         -         -         yes       -         yes       yes
  view a revision         -         -         -         yes       -         yes       yes
  open delete             -         -         -         -         -         yes       yes
  open privacy            -         -         -         yes       -         yes       yes
  choose what to add      -         yes       yes       yes       -         yes       yes
  open a new case study   -         yes       yes       yes       -         yes       yes
  save                    -         -         -         yes       -         yes       yes
  publish                 -         -         -         live      -         live      live
  begin a case study      -         yes       yes       yes       -         yes       yes
  begin and publish       -         -         yes       yes       -         yes       live
  delete                  -         -         -         -         -         yes       yes
  unpublish               -         -         -         yes       -         yes       yes
  set privacy             -         -         -         yes       -         yes       yes
  bulk delete             -         -         -         -         -         yes       yes
  API delete              -         -         -         -         -         yes       yes

group:
  explore                 -         yes       yes       yes       yes       yes       yes
  choose a page below     -         yes       yes       yes       yes       yes       yes
  read by the API         -         -         -         -         yes       yes       yes
  open the editor         -         -         -         -         yes       yes       yes
  view the draft          -         -         -         -         yes       yes       yes
  history                 -         -         -         -         yes       yes       yes
  workflow history        -         -         -         -         yes       yes       yes
  usage                   -         -         -         -         yes       yes       yes
  compare                 -         -         -         -         yes       yes       yes
  view a revision         -         -         -         -         yes       yes       yes
  open delete             -         -         -         -         -         yes       yes
  open privacy            -         -         -         -         yes       yes       yes
  save                    -         -         -         -         yes       yes       yes
  publish                 -         -         -         -         live      live      live
  change the order        -         -         -         -         -         yes       yes
  delete                  -         -         -         -         -         yes       yes
  set privacy             -         -         -         -         yes       yes       yes
  bulk delete             -         -         -         -         -         yes       yes
  API delete              -         -         -         -         -         yes       yes

home:
  explore                 -         yes       yes       yes       yes       yes       yes
  choose a page below     -         yes       yes       yes       yes       yes       yes
  read by the API         -         yes       yes       yes       yes       yes       yes
  open the editor         -         -         -         -         -         yes       yes
  view the draft          -         -         -         -         -         yes       yes
  history                 -         -         -         -         -         yes       yes
  workflow history        -         -         -         -         -         yes       yes
  usage                   -         -         -         -         -         yes       yes
  open delete             -         -         -         -         -         yes       yes
  open privacy            -         -         -         -         -         yes       yes
  choose what to add      -         -         -         -         -         yes       yes
  save                    -         -         -         -         -         yes       yes
  publish                 -         -         -         -         -         live      live
  delete                  -         -         -         -         -         yes       yes
  set privacy             -         -         -         -         -         yes       yes
  bulk delete             -         -         -         -         -         yes       yes
  API delete              -         -         -         -         -         yes       yes

alias:
  convert an alias        -         -         live      live      -         live      live
  API convert alias       -         -         live      live      -         live      live

scheduled:
  unschedule              -         -         -         yes       -         yes       yes

locked:
  unlock                  -         -         -         yes       -         yes       yes
"""

# Addresses below /admin/ that are no page's. A new one has to be written here to pass.
ADDRESSES = r"""
                                                               anonymous other     editor    reviewer  secretary manager   superuser
  (the dashboard)                                              -         yes       yes       yes       yes       yes       yes
  api/main/documents/                                          -         yes       yes       yes       yes       yes       yes
  api/main/documents/<int:pk>/                                 -         yes       yes       yes       yes       yes       yes
  api/main/images/                                             -         yes       yes       yes       yes       yes       yes
  api/main/images/<int:pk>/                                    -         yes       yes       yes       yes       yes       yes
  case-study-tags/                                             -         yes       yes       yes       yes       yes       yes
  case_studies/                                                -         yes       yes       yes       yes       yes       yes
  case_studies/choose_parent/                                  -         yes       yes       yes       yes       yes       yes
  case_studies/results/                                        -         yes       yes       yes       yes       yes       yes
  collections/                                                 -         -         -         -         -         yes       yes
  collections/<int:collection_id>/privacy/                     -         -         -         -         -         yes       yes
  collections/<int:pk>/                                        -         -         -         -         -         yes       yes
  collections/<int:pk>/delete/                                 -         -         -         -         -         -         yes
  collections/add/                                             -         -         -         -         -         yes       yes
  coprod-choose-page/                                          -         yes       yes       yes       yes       yes       yes
  coprod-choose-page/<int:parent_page_id>/                     -         yes       yes       yes       yes       yes       yes
  coprod-editions/<int:page_id>/                               -         -         -         yes       yes       yes       yes
  coprod-editions/<int:page_id>/<slug:form>/                   -         -         -         -         -         -         -
  coprod-meetings/<int:page_id>/minutes/                       -         -         -         -         yes       yes       yes
  coprod-meetings/<int:page_id>/series/                        -         -         -         -         yes       yes       yes
  coprod_pages/contribution/                                   -         yes       yes       yes       -         yes       yes
  coprod_pages/contribution/create/                            -         yes       yes       yes       -         yes       yes
  coprod_pages/contribution/delete/(?P<instance_pk>[-\w]+)/    -         -         -         -         -         -         -
  coprod_pages/contribution/edit/(?P<instance_pk>[-\w]+)/      -         -         -         -         -         -         -
  coprod_pages/contribution/history/(?P<instance_pk>[-\w]+)/   -         -         yes       yes       -         yes       yes
  coprod_pages/contribution/inspect/(?P<instance_pk>[-\w]+)/   -         -         yes       yes       -         yes       yes
  coprod_pages/contributionfile/<int:key>/                     -         -         yes       yes       -         yes       yes
  coprod_pages/joinrequest/                                    -         -         -         -         yes       yes       yes
  coprod_pages/joinrequest/create/                             -         -         -         -         -         -         -
  coprod_pages/joinrequest/delete/(?P<instance_pk>[-\w]+)/     -         -         -         -         yes       yes       yes
  coprod_pages/joinrequest/edit/(?P<instance_pk>[-\w]+)/       -         -         -         -         yes       yes       yes
  coprod_pages/joinrequest/history/(?P<instance_pk>[-\w]+)/    -         -         -         -         yes       yes       yes
  coprod_pages/joinrequest/inspect/(?P<instance_pk>[-\w]+)/    -         -         -         -         yes       yes       yes
  coprod_pages/listmessage/                                    -         -         -         -         yes       yes       yes
  coprod_pages/listmessage/check/(?P<instance_pk>[-\w]+)/      -         -         -         -         yes       yes       yes
  coprod_pages/listmessage/create/                             -         -         -         -         yes       yes       yes
  coprod_pages/listmessage/delete/(?P<instance_pk>[-\w]+)/     -         -         -         -         yes       yes       yes
  coprod_pages/listmessage/digest/                             -         -         -         -         yes       yes       yes
  coprod_pages/listmessage/edit/(?P<instance_pk>[-\w]+)/       -         -         -         -         yes       yes       yes
  coprod_pages/listmessage/html/(?P<instance_pk>[-\w]+)/       -         -         -         -         yes       yes       yes
  coprod_pages/listmessage/inspect/(?P<instance_pk>[-\w]+)/    -         -         -         -         yes       yes       yes
  coprod_pages/listmessage/send/(?P<instance_pk>[-\w]+)/       -         -         -         -         yes       yes       yes
  coprod_pages/listmessage/test/(?P<instance_pk>[-\w]+)/       -         -         -         -         yes       yes       yes
  coprod_pages/meetingaction/                                  -         -         -         -         yes       yes       yes
  coprod_pages/meetingaction/delete/<int:pk>/                  -         -         -         -         yes       yes       yes
  coprod_pages/meetingaction/edit/<int:pk>/                    -         -         -         -         yes       yes       yes
  coprod_pages/meetingaction/history-results/<int:pk>/         -         -         -         -         yes       yes       yes
  coprod_pages/meetingaction/history/<int:pk>/                 -         -         -         -         yes       yes       yes
  coprod_pages/meetingaction/new/                              -         -         -         -         yes       yes       yes
  coprod_pages/meetingaction/results/                          -         -         -         -         yes       yes       yes
  coprod_pages/meetingaction/usage/<int:pk>/                   -         -         -         -         yes       yes       yes
  coprod_pages/meetingregistration/                            -         -         -         -         yes       yes       yes
  coprod_pages/meetingregistration/cancel/(?P<instance_pk>[-\w]+)/ -         -         -         -         yes       yes       yes
  coprod_pages/meetingregistration/create/                     -         -         -         -         -         -         -
  coprod_pages/meetingregistration/delete/(?P<instance_pk>[-\w]+)/ -         -         -         -         -         -         -
  coprod_pages/meetingregistration/edit/(?P<instance_pk>[-\w]+)/ -         -         -         -         -         -         -
  coprod_pages/meetingregistration/inspect/(?P<instance_pk>[-\w]+)/ -         -         -         -         yes       yes       yes
  coprod_pages/meetingregistration/release/(?P<instance_pk>[-\w]+)/ -         -         -         -         yes       yes       yes
  coprod_pages/outgoingmail/                                   -         -         -         -         -         yes       yes
  coprod_pages/outgoingmail/create/                            -         -         -         -         -         -         -
  coprod_pages/outgoingmail/delete/(?P<instance_pk>[-\w]+)/    -         -         -         -         -         -         -
  coprod_pages/outgoingmail/edit/(?P<instance_pk>[-\w]+)/      -         -         -         -         -         -         -
  coprod_pages/outgoingmail/inspect/(?P<instance_pk>[-\w]+)/   -         -         -         -         -         yes       yes
  coprod_pages/outgoingmail/resend/(?P<instance_pk>[-\w]+)/    -         -         -         -         -         yes       yes
  coprod_pages/subscriber/                                     -         -         -         -         yes       yes       yes
  coprod_pages/subscriber/create/                              -         -         -         -         -         -         -
  coprod_pages/subscriber/delete/(?P<instance_pk>[-\w]+)/      -         -         -         -         yes       yes       yes
  coprod_pages/subscriber/edit/(?P<instance_pk>[-\w]+)/        -         -         -         -         -         -         -
  documents/                                                   -         yes       yes       yes       yes       yes       yes
  documents/add/                                               -         yes       yes       yes       yes       yes       yes
  documents/chooser/                                           -         yes       yes       yes       yes       yes       yes
  documents/chooser/chosen-multiple/                           -         yes       yes       yes       yes       yes       yes
  documents/chooser/chosen/<str:pk>/                           -         -         yes       yes       -         yes       yes
  documents/chooser/create/                                    -         yes       yes       yes       yes       yes       yes
  documents/chooser/results/                                   -         yes       yes       yes       yes       yes       yes
  documents/delete/<int:document_id>/                          -         -         yes       yes       -         yes       yes
  documents/edit/<int:document_id>/                            -         -         yes       yes       -         yes       yes
  documents/results/                                           -         yes       yes       yes       yes       yes       yes
  documents/usage/<int:document_id>/                           -         -         yes       yes       -         yes       yes
  groups/                                                      -         -         -         -         -         -         yes
  groups/delete/<int:pk>/                                      -         -         -         -         -         -         yes
  groups/edit/<int:pk>/                                        -         -         -         -         -         -         yes
  groups/history-results/<int:pk>/                             -         -         -         -         -         -         yes
  groups/history/<int:pk>/                                     -         -         -         -         -         -         yes
  groups/new/                                                  -         -         -         -         -         -         yes
  groups/results/                                              -         -         -         -         -         -         yes
  groups/usage/<int:pk>/                                       -         -         -         -         -         -         yes
  images/                                                      -         yes       yes       yes       yes       yes       yes
  images/<int:image_id>/                                       -         -         yes       yes       -         yes       yes
  images/<int:image_id>/delete/                                -         -         yes       yes       -         yes       yes
  images/add/                                                  -         yes       yes       yes       yes       yes       yes
  images/chooser/                                              -         yes       yes       yes       yes       yes       yes
  images/chooser/<int:image_id>/select_format/                 -         -         yes       yes       -         yes       yes
  images/chooser/chosen-multiple/                              -         yes       yes       yes       yes       yes       yes
  images/chooser/chosen/<str:pk>/                              -         -         yes       yes       -         yes       yes
  images/chooser/create/                                       -         yes       yes       yes       yes       yes       yes
  images/chooser/results/                                      -         yes       yes       yes       yes       yes       yes
  images/results/                                              -         yes       yes       yes       yes       yes       yes
  images/usage/<int:image_id>/                                 -         -         yes       yes       -         yes       yes
  personal-data/                                               -         -         -         -         -         yes       yes
  personal-data/download/                                      -         -         -         -         -         yes       yes
  personal-data/erase/                                         -         -         -         -         -         yes       yes
  personal-data/report/<int:key>/                              -         -         -         -         -         yes       yes
  quoted/<int:page_id>/                                    -         -         yes       yes       -         yes       yes
  redirects/                                                   -         -         -         -         -         yes       yes
  redirects/<int:redirect_id>/                                 -         -         -         -         -         yes       yes
  redirects/<int:redirect_id>/delete/                          -         -         -         -         -         yes       yes
  redirects/add/                                               -         -         -         -         -         yes       yes
  redirects/import/                                            -         -         -         -         -         yes       yes
  redirects/results/                                           -         -         -         -         -         yes       yes
  reports/aging-pages/                                         -         yes       yes       yes       yes       yes       yes
  reports/aging-pages/results/                                 -         yes       yes       yes       yes       yes       yes
  reports/coverage/                                            -         yes       yes       yes       yes       yes       yes
  reports/coverage/<slug:parameter>/<slug:slug>/call/          -         -         -         -         yes       yes       yes
  reports/locked/                                              -         -         -         yes       yes       yes       yes
  reports/locked/results/                                      -         -         -         yes       yes       yes       yes
  reports/page-types-usage/                                    -         yes       yes       yes       yes       yes       yes
  reports/page-types-usage/results/                            -         yes       yes       yes       yes       yes       yes
  reports/searches/                                            -         -         -         yes       -         yes       yes
  reports/searches/results/                                    -         -         -         yes       -         yes       yes
  reports/site-history/                                        -         yes       yes       yes       yes       yes       yes
  reports/site-history/results/                                -         yes       yes       yes       yes       yes       yes
  reports/workflow/                                            -         yes       yes       yes       yes       yes       yes
  reports/workflow/results/                                    -         yes       yes       yes       yes       yes       yes
  reports/workflow_tasks/                                      -         yes       yes       yes       yes       yes       yes
  reports/workflow_tasks/results/                              -         yes       yes       yes       yes       yes       yes
  sites/                                                       -         -         -         -         -         yes       yes
  sites/copy/<int:pk>/                                         -         -         -         -         -         -         yes
  sites/delete/<int:pk>/                                       -         -         -         -         -         -         yes
  sites/edit/<int:pk>/                                         -         -         -         -         -         yes       yes
  sites/history-results/<int:pk>/                              -         -         -         -         -         yes       yes
  sites/history/<int:pk>/                                      -         -         -         -         -         yes       yes
  sites/new/                                                   -         -         -         -         -         -         yes
  sites/results/                                               -         -         -         -         -         yes       yes
  sites/usage/<int:pk>/                                        -         -         -         -         -         yes       yes
  snippets/                                                    -         -         -         -         -         -         -
  snippets/choose/coprod_pages/borough/                        -         yes       yes       yes       yes       yes       yes
  snippets/choose/coprod_pages/borough/chosen-multiple/        -         yes       yes       yes       yes       yes       yes
  snippets/choose/coprod_pages/borough/chosen/<str:pk>/        -         yes       yes       yes       yes       yes       yes
  snippets/choose/coprod_pages/borough/create/                 -         -         -         -         -         -         yes
  snippets/choose/coprod_pages/borough/results/                -         yes       yes       yes       yes       yes       yes
  snippets/choose/coprod_pages/continuum/                      -         yes       yes       yes       yes       yes       yes
  snippets/choose/coprod_pages/continuum/chosen-multiple/      -         yes       yes       yes       yes       yes       yes
  snippets/choose/coprod_pages/continuum/chosen/<str:pk>/      -         yes       yes       yes       yes       yes       yes
  snippets/choose/coprod_pages/continuum/create/               -         -         -         -         -         yes       yes
  snippets/choose/coprod_pages/continuum/results/              -         yes       yes       yes       yes       yes       yes
  snippets/choose/coprod_pages/equalitygroup/                  -         yes       yes       yes       yes       yes       yes
  snippets/choose/coprod_pages/equalitygroup/chosen-multiple/  -         yes       yes       yes       yes       yes       yes
  snippets/choose/coprod_pages/equalitygroup/chosen/<str:pk>/  -         yes       yes       yes       yes       yes       yes
  snippets/choose/coprod_pages/equalitygroup/create/           -         -         -         -         -         yes       yes
  snippets/choose/coprod_pages/equalitygroup/results/          -         yes       yes       yes       yes       yes       yes
  snippets/choose/coprod_pages/organisation/                   -         yes       yes       yes       yes       yes       yes
  snippets/choose/coprod_pages/organisation/chosen-multiple/   -         yes       yes       yes       yes       yes       yes
  snippets/choose/coprod_pages/organisation/chosen/<str:pk>/   -         yes       yes       yes       yes       yes       yes
  snippets/choose/coprod_pages/organisation/create/            -         yes       yes       yes       -         yes       yes
  snippets/choose/coprod_pages/organisation/results/           -         yes       yes       yes       yes       yes       yes
  snippets/choose/coprod_pages/organisationkind/               -         yes       yes       yes       yes       yes       yes
  snippets/choose/coprod_pages/organisationkind/chosen-multiple/ -         yes       yes       yes       yes       yes       yes
  snippets/choose/coprod_pages/organisationkind/chosen/<str:pk>/ -         yes       yes       yes       yes       yes       yes
  snippets/choose/coprod_pages/organisationkind/create/        -         -         -         -         -         yes       yes
  snippets/choose/coprod_pages/organisationkind/results/       -         yes       yes       yes       yes       yes       yes
  snippets/choose/coprod_pages/synonymgroup/                   -         yes       yes       yes       yes       yes       yes
  snippets/choose/coprod_pages/synonymgroup/chosen-multiple/   -         yes       yes       yes       yes       yes       yes
  snippets/choose/coprod_pages/synonymgroup/chosen/<str:pk>/   -         yes       yes       yes       yes       yes       yes
  snippets/choose/coprod_pages/synonymgroup/create/            -         -         -         yes       -         yes       yes
  snippets/choose/coprod_pages/synonymgroup/results/           -         yes       yes       yes       yes       yes       yes
  snippets/choose/coprod_pages/tag/                            -         yes       yes       yes       yes       yes       yes
  snippets/choose/coprod_pages/tag/chosen-multiple/            -         yes       yes       yes       yes       yes       yes
  snippets/choose/coprod_pages/tag/chosen/<str:pk>/            -         yes       yes       yes       yes       yes       yes
  snippets/choose/coprod_pages/tag/create/                     -         -         -         yes       -         yes       yes
  snippets/choose/coprod_pages/tag/results/                    -         yes       yes       yes       yes       yes       yes
  snippets/choose/coprod_pages/theme/                          -         yes       yes       yes       yes       yes       yes
  snippets/choose/coprod_pages/theme/chosen-multiple/          -         yes       yes       yes       yes       yes       yes
  snippets/choose/coprod_pages/theme/chosen/<str:pk>/          -         yes       yes       yes       yes       yes       yes
  snippets/choose/coprod_pages/theme/create/                   -         -         -         -         -         yes       yes
  snippets/choose/coprod_pages/theme/results/                  -         yes       yes       yes       yes       yes       yes
  snippets/coprod_pages/borough/                               -         -         -         -         -         yes       yes
  snippets/coprod_pages/borough/add/                           -         -         -         -         -         -         yes
  snippets/coprod_pages/borough/delete/<int:pk>/               -         -         -         -         -         -         yes
  snippets/coprod_pages/borough/edit/<int:pk>/                 -         -         -         -         -         yes       yes
  snippets/coprod_pages/borough/history-results/<int:pk>/      -         -         -         -         -         yes       yes
  snippets/coprod_pages/borough/history/<int:pk>/              -         -         -         -         -         yes       yes
  snippets/coprod_pages/borough/reorder/<int:pk>/              -         -         -         -         -         yes       yes
  snippets/coprod_pages/borough/results/                       -         -         -         -         -         yes       yes
  snippets/coprod_pages/borough/usage/<int:pk>/                -         -         -         -         -         yes       yes
  snippets/coprod_pages/continuum/                             -         -         -         yes       -         yes       yes
  snippets/coprod_pages/continuum/add/                         -         -         -         -         -         yes       yes
  snippets/coprod_pages/continuum/delete/<int:pk>/             -         -         -         -         -         yes       yes
  snippets/coprod_pages/continuum/edit/<int:pk>/               -         -         -         -         -         yes       yes
  snippets/coprod_pages/continuum/history-results/<int:pk>/    -         -         -         -         -         yes       yes
  snippets/coprod_pages/continuum/history/(?P<pk>.+)/revisions/compare/(?P<revision_id_a>live|earliest|\d+)\.\.\.(?P<revision_id_b>live|latest|\d+)/ -         -         -         -         -         yes       yes
  snippets/coprod_pages/continuum/history/<int:pk>/            -         -         -         -         -         yes       yes
  snippets/coprod_pages/continuum/history/<int:pk>/revisions/<int:revision_id>/revert/ -         -         -         -         -         yes       yes
  snippets/coprod_pages/continuum/history/<int:pk>/revisions/<int:revision_id>/unschedule/ -         -         -         -         -         yes       yes
  snippets/coprod_pages/continuum/history/<int:pk>/revisions/<int:revision_id>/view/ -         -         -         -         -         yes       yes
  snippets/coprod_pages/continuum/preview/                     -         -         -         -         -         yes       yes
  snippets/coprod_pages/continuum/preview/<int:pk>/            -         -         -         -         -         yes       yes
  snippets/coprod_pages/continuum/results/                     -         -         -         yes       -         yes       yes
  snippets/coprod_pages/continuum/unpublish/<int:pk>/          -         -         -         -         -         yes       yes
  snippets/coprod_pages/continuum/usage/<int:pk>/              -         -         -         -         -         yes       yes
  snippets/coprod_pages/equalitygroup/                         -         -         -         yes       -         yes       yes
  snippets/coprod_pages/equalitygroup/add/                     -         -         -         -         -         yes       yes
  snippets/coprod_pages/equalitygroup/delete/<int:pk>/         -         -         -         -         -         yes       yes
  snippets/coprod_pages/equalitygroup/edit/<int:pk>/           -         -         -         -         -         yes       yes
  snippets/coprod_pages/equalitygroup/history-results/<int:pk>/ -         -         -         -         -         yes       yes
  snippets/coprod_pages/equalitygroup/history/<int:pk>/        -         -         -         -         -         yes       yes
  snippets/coprod_pages/equalitygroup/reorder/<int:pk>/        -         -         -         -         -         yes       yes
  snippets/coprod_pages/equalitygroup/results/                 -         -         -         yes       -         yes       yes
  snippets/coprod_pages/equalitygroup/usage/<int:pk>/          -         -         -         -         -         yes       yes
  snippets/coprod_pages/organisation/                          -         yes       yes       yes       -         yes       yes
  snippets/coprod_pages/organisation/add/                      -         yes       yes       yes       -         yes       yes
  snippets/coprod_pages/organisation/delete/<int:pk>/          -         -         -         -         -         yes       yes
  snippets/coprod_pages/organisation/edit/<int:pk>/            -         -         -         yes       -         yes       yes
  snippets/coprod_pages/organisation/history-results/<int:pk>/ -         yes       yes       yes       -         yes       yes
  snippets/coprod_pages/organisation/history/<int:pk>/         -         yes       yes       yes       -         yes       yes
  snippets/coprod_pages/organisation/results/                  -         yes       yes       yes       -         yes       yes
  snippets/coprod_pages/organisation/usage/<int:pk>/           -         -         -         yes       -         yes       yes
  snippets/coprod_pages/organisationkind/                      -         -         -         -         -         yes       yes
  snippets/coprod_pages/organisationkind/add/                  -         -         -         -         -         yes       yes
  snippets/coprod_pages/organisationkind/delete/<int:pk>/      -         -         -         -         -         yes       yes
  snippets/coprod_pages/organisationkind/edit/<int:pk>/        -         -         -         -         -         yes       yes
  snippets/coprod_pages/organisationkind/history-results/<int:pk>/ -         -         -         -         -         yes       yes
  snippets/coprod_pages/organisationkind/history/<int:pk>/     -         -         -         -         -         yes       yes
  snippets/coprod_pages/organisationkind/reorder/<int:pk>/     -         -         -         -         -         yes       yes
  snippets/coprod_pages/organisationkind/results/              -         -         -         -         -         yes       yes
  snippets/coprod_pages/organisationkind/usage/<int:pk>/       -         -         -         -         -         yes       yes
  snippets/coprod_pages/synonymgroup/                          -         -         -         yes       -         yes       yes
  snippets/coprod_pages/synonymgroup/add/                      -         -         -         yes       -         yes       yes
  snippets/coprod_pages/synonymgroup/delete/<int:pk>/          -         -         -         yes       -         yes       yes
  snippets/coprod_pages/synonymgroup/edit/<int:pk>/            -         -         -         yes       -         yes       yes
  snippets/coprod_pages/synonymgroup/history-results/<int:pk>/ -         -         -         yes       -         yes       yes
  snippets/coprod_pages/synonymgroup/history/<int:pk>/         -         -         -         yes       -         yes       yes
  snippets/coprod_pages/synonymgroup/results/                  -         -         -         yes       -         yes       yes
  snippets/coprod_pages/synonymgroup/usage/<int:pk>/           -         -         -         yes       -         yes       yes
  snippets/coprod_pages/tag/                                   -         -         -         yes       -         yes       yes
  snippets/coprod_pages/tag/add/                               -         -         -         yes       -         yes       yes
  snippets/coprod_pages/tag/delete/<int:pk>/                   -         -         -         -         -         -         yes
  snippets/coprod_pages/tag/edit/<int:pk>/                     -         -         -         yes       -         yes       yes
  snippets/coprod_pages/tag/history-results/<int:pk>/          -         -         -         yes       -         yes       yes
  snippets/coprod_pages/tag/history/<int:pk>/                  -         -         -         yes       -         yes       yes
  snippets/coprod_pages/tag/results/                           -         -         -         yes       -         yes       yes
  snippets/coprod_pages/tag/usage/<int:pk>/                    -         -         -         yes       -         yes       yes
  snippets/coprod_pages/theme/                                 -         -         -         yes       -         yes       yes
  snippets/coprod_pages/theme/add/                             -         -         -         -         -         yes       yes
  snippets/coprod_pages/theme/delete/<int:pk>/                 -         -         -         -         -         yes       yes
  snippets/coprod_pages/theme/edit/<int:pk>/                   -         -         -         -         -         yes       yes
  snippets/coprod_pages/theme/history-results/<int:pk>/        -         -         -         -         -         yes       yes
  snippets/coprod_pages/theme/history/<int:pk>/                -         -         -         -         -         yes       yes
  snippets/coprod_pages/theme/reorder/<int:pk>/                -         -         -         -         -         yes       yes
  snippets/coprod_pages/theme/results/                         -         -         -         yes       -         yes       yes
  snippets/coprod_pages/theme/usage/<int:pk>/                  -         -         -         -         -         yes       yes
  users/                                                       -         -         -         -         -         yes       yes
  users/copy/<int:pk>/                                         -         -         -         -         -         yes       yes
  users/delete/<int:pk>/                                       -         -         -         -         -         -         yes
  users/edit/<int:pk>/                                         -         -         -         -         -         yes       yes
  users/history-results/<int:pk>/                              -         -         -         -         -         yes       yes
  users/history/<int:pk>/                                      -         -         -         -         -         yes       yes
  users/new/                                                   -         -         -         -         -         yes       yes
  users/results/                                               -         -         -         -         -         yes       yes
  users/usage/<int:pk>/                                        -         -         -         -         -         yes       yes
  workflows/add/                                               -         -         -         -         -         -         yes
  workflows/disable/<int:pk>/                                  -         -         -         -         -         -         yes
  workflows/edit/<int:pk>/                                     -         -         -         -         -         -         yes
  workflows/enable/<int:pk>/                                   -         -         -         -         -         -         yes
  workflows/list/                                              -         -         -         -         -         -         yes
  workflows/list/results/                                      -         -         -         -         -         -         yes
  workflows/task_chooser/                                      -         yes       yes       yes       yes       yes       yes
  workflows/task_chooser/<int:task_id>/                        -         yes       yes       yes       yes       yes       yes
  workflows/task_chooser/create/                               -         yes       yes       yes       yes       yes       yes
  workflows/task_chooser/results/                              -         yes       yes       yes       yes       yes       yes
  workflows/tasks/disable/<int:pk>/                            -         -         -         -         -         -         yes
  workflows/tasks/edit/<int:pk>/                               -         -         -         -         -         -         yes
  workflows/tasks/enable/<int:pk>/                             -         -         -         -         -         -         yes
  workflows/tasks/index/                                       -         -         -         -         -         -         yes
  workflows/tasks/index/results/                               -         -         -         -         -         -         yes
  workflows/tasks/select_type/                                 -         -         -         -         -         -         yes
  workflows/usage/<int:pk>/                                    -         -         -         -         -         -         yes
  workflows/usage/<int:pk>/results/                            -         -         -         -         -         -         yes
"""


COLUMNS = 7


def page_table() -> dict[tuple[str, str], list[str]]:
    """The cells of `PAGES`, by kind of page and operation."""
    table: dict[tuple[str, str], list[str]] = {}
    kind = ""
    for line in PAGES.strip("\n").splitlines()[1:]:
        if line.endswith(":"):
            kind = line.removesuffix(":")
        elif line.strip():
            name, *cells = line.strip().rsplit(None, COLUMNS)
            table[kind, name] = cells
    return table


def address_table() -> dict[str, list[str]]:
    """The cells of `ADDRESSES`, by route."""
    rows = (line.strip().rsplit(None, COLUMNS) for line in ADDRESSES.strip("\n").splitlines()[1:])
    return {name: cells for name, *cells in rows}
