//! Who sits in the interviews of a loop: giving a seat, taking one, handing over the lead.

use crate::{
    AppError, access, clock,
    lang::Lang,
    state::{AppState, state},
    ui::{Field, Select, form_text, lang},
};
use domain::{InterviewId, Locale, LoopId, UserId, interview::Seat, person::EMAIL_MAX};
use leptos::{form::ActionForm, prelude::*};
use store::{InterviewSummary, Member};

/// Gives the person with this address a seat in an interview.
#[server(endpoint = "give_seat")]
pub async fn give_seat(
    interview: InterviewId,
    email: String,
    seat: Seat,
    back: LoopId,
    lang: Locale,
) -> Result<(), AppError> {
    let viewer = access::GIVE_SEAT.enter()?;
    state()?.db.give_seat(interview, &email, seat, viewer.id, clock::now()).await?;
    leptos_axum::redirect(&format!("/{lang}/loops/{back}"));
    Ok(())
}

/// Takes the seat of somebody who has done nothing in the interview yet.
#[server(endpoint = "take_seat")]
pub async fn take_seat(interview: InterviewId, user: UserId, back: LoopId, lang: Locale) -> Result<(), AppError> {
    let viewer = access::TAKE_SEAT.enter()?;
    state()?.db.take_seat(interview, user, viewer.id, clock::now()).await?;
    leptos_axum::redirect(&format!("/{lang}/loops/{back}"));
    Ok(())
}

/// Hands the lead of an interview over to another of its raters.
#[server(endpoint = "hand_over")]
pub async fn hand_over(interview: InterviewId, user: UserId, back: LoopId, lang: Locale) -> Result<(), AppError> {
    let viewer = access::HAND_OVER.enter()?;
    state()?.db.hand_over(interview, user, viewer.id, clock::now()).await?;
    leptos_axum::redirect(&format!("/{lang}/loops/{back}"));
    Ok(())
}

/// The people of one interview, and whether the viewer may change them.
pub(super) struct Seats {
    interview: InterviewSummary,
    members: Vec<Member>,
    gives: bool,
}

/// The seats of a loop's interviews. `leads`: is the loop the viewer's to lead?
pub(super) async fn of(
    state: &AppState,
    interviews: &[InterviewSummary],
    viewer: UserId,
    leads: bool,
) -> Result<Vec<Seats>, AppError> {
    let mut all = Vec::new();
    for it in interviews {
        let members = state.db.members(it.id, viewer).await?;
        let gives = it.candidate_name.is_some() && (leads || it.interviewer == viewer);
        all.push(Seats { interview: it.clone(), members, gives });
    }
    Ok(all)
}

/// The section; nothing before there is an interview.
#[component]
pub(super) fn SeatsSection(of: Vec<Seats>, back: LoopId) -> impl IntoView {
    let lang = lang();
    let failed = [
        ServerAction::<GiveSeat>::new().value().get_untracked().and_then(Result::err),
        ServerAction::<TakeSeat>::new().value().get_untracked().and_then(Result::err),
        ServerAction::<HandOver>::new().value().get_untracked().and_then(Result::err),
    ];
    let failed = failed.into_iter().flatten().next().map(|it| form_text(&it));
    let wrong = failed.map(|it| view! { <p class="errors" role="alert">{it}</p> });
    (!of.is_empty()).then(|| {
        let all = of.into_iter().map(|it| view! { <OfInterview of=it back=back/> }).collect::<Vec<_>>();
        view! {
            <section class="sec" aria-labelledby="seats"><header><h2 id="seats">{lang.t("seats-title")}</h2></header>
                {wrong}{all}</section>
        }
    })
}

#[component]
fn OfInterview(of: Seats, back: LoopId) -> impl IntoView {
    let lang = lang();
    let Seats { interview, members, gives } = of;
    let id = interview.id;
    let rows = members.into_iter().map(|it| row(lang, id, back, it, gives)).collect::<Vec<_>>();
    view! {
        <h3 class="n">{lang.moment(interview.created_at)}</h3>
        <ul class="lines">{rows}</ul>
        {gives.then(|| view! { <Give id=id back=back/> })}
    }
}

fn row(lang: Lang, id: InterviewId, back: LoopId, it: Member, gives: bool) -> impl IntoView + use<> {
    let seat = if it.leads { "seats-leads".to_owned() } else { format!("seat-{}", it.seat) };
    let (others, rates, user) = (gives && !it.leads, it.seat == Seat::Rater, it.user.to_string());
    let hidden = move |user: String| {
        view! {
            <input type="hidden" name="lang" value=lang.0.name()/>
            <input type="hidden" name="back" value=back.to_string()/>
            <input type="hidden" name="interview" value=id.to_string()/>
            <input type="hidden" name="user" value=user/>
        }
    };
    let (to_lead, to_take) = (user.clone(), user);
    view! {
        <li class="row wide">
            <span><bdi>{it.name}</bdi>", "<span class="quiet">{lang.t(&seat)}</span></span>
            {(others && rates).then(|| view! {
                <ActionForm action={ServerAction::<HandOver>::new()} attr:class="end">
                    {hidden(to_lead)}<button class="btn small" type="submit">{lang.t("seats-hand-over")}</button>
                </ActionForm>
            })}
            {(others && !it.acted).then(|| view! {
                <ActionForm action={ServerAction::<TakeSeat>::new()} attr:class=if rates { "" } else { "end" }>
                    {hidden(to_take)}<button class="btn small" type="submit">{lang.t("seats-take")}</button>
                </ActionForm>
            })}
        </li>
    }
}

#[component]
fn Give(id: InterviewId, back: LoopId) -> impl IntoView {
    let lang = lang();
    let seats = Seat::ALL.iter().map(|it| (it.name().to_owned(), lang.t(&format!("seat-{it}")))).collect();
    view! {
        <details class="fold-sec"><summary>{lang.t("seats-give")}</summary>
            <ActionForm action={ServerAction::<GiveSeat>::new()} attr:class="form">
                <input type="hidden" name="lang" value=lang.0.name()/>
                <input type="hidden" name="back" value=back.to_string()/>
                <input type="hidden" name="interview" value=id.to_string()/>
                <Field name="email" label="field-email" kind="email" max=EMAIL_MAX/>
                <Select name="seat" label="seats-seat" options=seats chosen=Seat::Rater.name().to_owned()/>
                <button class="btn" type="submit">{lang.t("seats-give")}</button>
            </ActionForm>
        </details>
    }
}
