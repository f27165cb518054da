//! The audit page: who did what, newest first, by kind and person; and as CSV.

use crate::{
    AppError, access,
    lang::Lang,
    state::state,
    ui::{Frame, Place, lang, page},
};
use domain::{UserId, audit::Kind};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;
use store::{AuditFilter, AuditRow, Db};
use uuid::Uuid;

/// Rows on one page.
const ROWS: u32 = 100;

/// The filter that somebody wrote: a kind, and the e-mail or the id of who did it. What cannot be read is no filter, but
/// an address that nobody has finds nothing.
///
/// # Errors
/// [`AppError::Internal`] when the address cannot be looked up.
pub async fn filter(db: &Db, kind: &str, actor: &str, before: &str) -> Result<AuditFilter, AppError> {
    let actor = match actor.trim() {
        email if email.contains('@') => {
            let user = db.user_by_email(email).await?;
            Some(user.map_or(UserId(Uuid::nil()), |it| it.user.id))
        }
        id => id.parse().ok(),
    };
    Ok(AuditFilter { kind: kind.parse().ok(), actor, before: before.parse().ok() })
}

/// A filter as the query of an address.
fn address(of: AuditFilter) -> String {
    let part = |name: &str, value: Option<String>| value.map(|it| format!("{name}={it}"));
    let parts = [
        part("kind", of.kind.map(|it| it.to_string())),
        part("actor", of.actor.map(|it| it.to_string())),
        part("before", of.before.map(|it| it.to_string())),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() { String::new() } else { format!("?{}", parts.join("&")) }
}

/// The log.
#[component]
pub fn AuditPage() -> impl IntoView {
    let query = use_query_map().read_untracked().clone();
    page(async move {
        access::AUDIT.enter()?;
        let lang = lang();
        let db = state()?.db;
        let of = |name: &str| query.get(name).unwrap_or_default();
        let who = of("actor");
        let wanted = filter(&db, &of("kind"), &who, &of("before")).await?;
        let rows = db.audit_rows(wanted, ROWS).await?;
        let older =
            (rows.len() == ROWS as usize).then(|| AuditFilter { before: rows.last().map(|it| it.seq), ..wanted });
        let export = format!("/export/audit.csv{}", address(AuditFilter { before: None, ..wanted }));
        let drawn = rows.into_iter().map(|it| row(lang, it)).collect::<Vec<_>>();
        Ok(view! {
            <Title text=format!("{} · Hopwise", lang.t("audit-title"))/>
            <Frame place=Place::People>
                <main id="main" class="table-page">
                    <h1>{lang.t("audit-title")}</h1>
                    <p class="read quiet">{lang.t("audit-text")}</p>
                    <Filters kind=wanted.kind who=who/>
                    {if drawn.is_empty() {
                        view! { <div class="empty"><p>{lang.t("audit-empty")}</p></div> }.into_any()
                    } else {
                        view! {
                            <table class="t rows">
                                <caption class="vh">{lang.t("audit-title")}</caption>
                                <thead><tr><th scope="col" class="num">"#"</th><th scope="col">{lang.t("audit-when")}</th>
                                    <th scope="col">{lang.t("audit-who")}</th><th scope="col">{lang.t("audit-what")}</th>
                                    <th scope="col">{lang.t("audit-subject")}</th></tr></thead>
                                <tbody>{drawn}</tbody>
                            </table>
                        }.into_any()
                    }}
                    <p class="row">
                        {older.map(|it| view! { <a class="btn" href=lang.path(&format!("/audit{}", address(it)))>{lang.t("audit-older")}</a> })}
                        <a class="btn bare" href=export download="">{lang.t("audit-export")}</a>
                    </p>
                </main>
            </Frame>
        })
    })
}

/// The message of a kind.
fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::SignIn => "audit-sign-in",
        Kind::SignInRefused => "audit-sign-in-refused",
        Kind::SignOut => "audit-sign-out",
        Kind::SetUp => "audit-set-up",
        Kind::Invited => "audit-invited",
        Kind::Joined => "audit-joined",
        Kind::RolesChanged => "audit-roles-changed",
        Kind::Disabled => "audit-disabled",
        Kind::Enabled => "audit-enabled",
        Kind::ResetMade => "audit-reset-made",
        Kind::PasswordChanged => "audit-password-changed",
        Kind::SessionsEnded => "audit-sessions-ended",
        Kind::LinkMade => "audit-link-made",
        Kind::LinkOpenedAgain => "audit-link-opened-again",
        Kind::LinkRevoked => "audit-link-revoked",
        Kind::Reveal => "audit-reveal",
        Kind::Submit => "audit-submit",
        Kind::Export => "audit-export-done",
        Kind::Deletion => "audit-deletion",
        Kind::Imported => "audit-imported",
        Kind::Held => "audit-held",
        Kind::Released => "audit-released",
        Kind::RetentionChanged => "audit-retention-changed",
        Kind::SettingsChanged => "audit-settings-changed",
        Kind::WeightsChanged => "audit-weights-changed",
        Kind::SeatsChanged => "audit-seats-changed",
        Kind::BreakGlass => "audit-break-glass",
        Kind::Refused => "audit-refused",
    }
}

fn row(lang: Lang, it: AuditRow) -> impl IntoView + use<> {
    let who = it.actor_name.or_else(|| it.entry.actor.map(|it| it.to_string()));
    view! {
        <tr>
            <td class="num">{it.seq}</td>
            <td><span class="n">{lang.moment(it.at)}</span></td>
            <td>{match who {
                Some(name) => view! { <bdi>{name}</bdi> }.into_any(),
                None => view! { <span class="quiet">{lang.t("audit-nobody")}</span> }.into_any(),
            }}</td>
            <th scope="row">{lang.t(word(it.entry.kind))}</th>
            <td><code dir="ltr">{it.entry.subject}</code>" "<span class="quiet" dir="ltr">{it.entry.detail}</span></td>
        </tr>
    }
}

#[component]
fn Filters(kind: Option<Kind>, who: String) -> impl IntoView {
    let lang = lang();
    let kinds = Kind::ALL.iter().map(|it| {
        view! { <option value=it.name() selected=kind == Some(*it)>{lang.t(word(*it))}</option> }
    });
    view! {
        <form class="filters row" method="get">
            <label>{lang.t("audit-what")}<select name="kind"><option value="">{lang.t("audit-all")}</option>{kinds.collect_view()}</select></label>
            <label>{lang.t("audit-who")}<input name="actor" value=who maxlength="320" dir="ltr" autocomplete="off" placeholder=lang.t("field-email")/></label>
            <button class="btn" type="submit">{lang.t("audit-filter")}</button>
        </form>
    }
}

/// Rows as CSV (RFC 4180). A cell that a spreadsheet would take for a formula begins with an apostrophe.
///
/// # Errors
/// [`AppError::Internal`] when they cannot be written, which memory does not do.
pub fn csv(rows: &[AuditRow]) -> Result<Vec<u8>, AppError> {
    let cell = |text: &str| {
        let guard = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
        format!("{guard}{text}")
    };
    let mut out = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    out.write_record(["seq", "at", "actor", "actor_name", "kind", "subject", "detail", "hash"])
        .map_err(AppError::internal)?;
    for it in rows {
        let actor = it.entry.actor.as_ref().map(UserId::to_string).unwrap_or_default();
        let name = it.actor_name.as_deref().unwrap_or_default();
        let (subject, detail) = (cell(&it.entry.subject), cell(&it.entry.detail));
        let (seq, at) = (it.seq.to_string(), it.at.0.to_string());
        let cells = [&seq, &at, &actor, &cell(name), it.entry.kind.name(), &subject, &detail, &it.hash];
        out.write_record(cells).map_err(AppError::internal)?;
    }
    out.into_inner().map_err(AppError::internal)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Timestamp, audit::Entry};

    #[test]
    fn cells_are_quoted_and_no_formulas() {
        let entry = Entry::new(None, Kind::Export, "=1+1").with("a \"b\",\nc");
        let row = AuditRow { seq: 7, at: Timestamp(9), entry, actor_name: Some("@x".to_owned()), hash: "h".to_owned() };
        let text = String::from_utf8(csv(&[row]).unwrap()).unwrap();
        assert_eq!(text.split_once("\r\n").unwrap().1, "7,9,,'@x,export,'=1+1,\"a \"\"b\"\",\nc\",h\r\n");
    }
}
