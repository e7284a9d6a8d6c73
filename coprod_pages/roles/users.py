"""People's accounts, managed by site managers without a way to more power than their own.

Wagtail lets anyone who may change users make themselves a superuser. Site managers have to
add editors themselves (people come and go), so here they see no superuser, cannot make one,
and hand out only the plugin's own groups.
"""

from typing import Any

from django import forms
from django.contrib.auth.models import Group
from django.db.models import QuerySet
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BulkActionsCheckboxColumn, Column
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.users import CreateView, DeleteView, EditView, IndexView, UserViewSet

from ..taxonomy.models import Organisation
from .groups import GROUPS
from .membership import set_organisations


class PersonFormMixin:
    """Role and organisation beside the name; only a superuser can make a superuser."""

    def __init__(self, *args: Any, for_user: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisations"] = forms.ModelMultipleChoiceField(
            label=_("Organisations"),
            queryset=Organisation.objects.all(),
            required=False,
            widget=forms.CheckboxSelectMultiple,
            help_text=_("A CVS editor may change the case studies of these organisations."),
        )
        if self.instance.pk:
            self.fields["organisations"].initial = Organisation.objects.filter(
                memberships__user=self.instance
            )
        self.fields["groups"].label = _("Roles")
        self.fields["groups"].help_text = ""
        self.fields["groups"].queryset = Group.objects.filter(name__in=GROUPS)
        if for_user is None or not for_user.is_superuser:
            self.fields.pop("is_superuser", None)

    def save(self, commit: bool = True) -> Any:
        # Groups that are not handed out here are not taken away here either.
        others = [] if self.instance.pk is None else self._other_groups()
        user = super().save(commit=commit)
        if commit:
            user.groups.add(*others)
            set_organisations(user, self.cleaned_data["organisations"])
        return user

    def _other_groups(self) -> list[Group]:
        return list(self.instance.groups.exclude(name__in=GROUPS))


class PersonCreationForm(PersonFormMixin, UserCreationForm):
    """A new account."""


class PersonEditForm(PersonFormMixin, UserEditForm):
    """An account that is there."""


class WithinOwnPower:
    """Superusers are out of sight and reach for everybody else."""

    def get_base_queryset(self) -> QuerySet:
        return self._within_reach(super().get_base_queryset())

    def get_queryset(self) -> QuerySet:
        return self._within_reach(super().get_queryset())

    def _within_reach(self, people: QuerySet) -> QuerySet:
        return people if self.request.user.is_superuser else people.filter(is_superuser=False)


class OfSomebodyWithinReach:
    """What Wagtail shows of one account: not of a superuser's, for anybody else."""

    def get_object(self, *args: Any, **kwargs: Any) -> Any:
        someone = super().get_object(*args, **kwargs)
        if someone.is_superuser and not self.request.user.is_superuser:
            raise Http404
        return someone


class PeopleIndexView(WithinOwnPower, IndexView):
    """The list of accounts; changing several at once is for superusers."""

    @property
    def columns(self) -> list[Column]:
        columns = super().columns
        if self.request.user.is_superuser:
            return columns
        return [column for column in columns if not isinstance(column, BulkActionsCheckboxColumn)]


class FormForUserMixin:
    """Tells the form who is using it."""

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "for_user": self.request.user}


class PeopleCreateView(FormForUserMixin, CreateView):
    """A new account."""


class PeopleEditView(FormForUserMixin, WithinOwnPower, EditView):
    """An account that is there."""


class PeopleDeleteView(WithinOwnPower, DeleteView):
    """Deleting an account."""


class PeopleCopyView(OfSomebodyWithinReach, FormForUserMixin, UserViewSet.copy_view_class):
    """A new account that begins like another."""


class PeopleHistoryView(OfSomebodyWithinReach, UserViewSet.history_view_class):
    """What was changed in an account."""


class PeopleUsageView(OfSomebodyWithinReach, UserViewSet.usage_view_class):
    """What refers to an account."""


class PeopleViewSet(UserViewSet):
    """Wagtail's user screens with these limits."""

    index_view_class = PeopleIndexView
    create_template_name = "coprod_pages/roles/person_create.html"
    edit_template_name = "coprod_pages/roles/person_edit.html"
    add_view_class = PeopleCreateView
    edit_view_class = PeopleEditView
    delete_view_class = PeopleDeleteView
    copy_view_class = PeopleCopyView
    history_view_class = PeopleHistoryView
    usage_view_class = PeopleUsageView

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:
        return PersonEditForm if for_update else PersonCreationForm
