//! Settings: flags and environment variables, parsed once and passed on.

use clap::Args;
use ipnet::IpNet;
use std::{net::SocketAddr, path::PathBuf};

/// Where the database is.
#[derive(Debug, Clone, Args)]
pub struct DatabaseArgs {
    /// Database: `sqlite:PATH` (made if it is not there) or `postgres://USER:PASSWORD@HOST/NAME`
    #[arg(long = "database", env = "DATABASE_URL", default_value = "sqlite:data/hopwise.db", hide_env_values = true)]
    pub url: String,
}

/// Where the bank is.
#[derive(Debug, Clone, Args)]
pub struct ContentArgs {
    /// Folder of the question bank
    #[arg(long = "content", env = "HOPWISE_CONTENT", default_value = "content")]
    pub folder: PathBuf,
    /// Folder with a company's own `questions`, served beside those of the bank
    #[arg(long = "own-content", env = "HOPWISE_OWN_CONTENT")]
    pub own: Option<PathBuf>,
}

impl ContentArgs {
    /// Where the bank is read from.
    #[must_use]
    pub fn place(&self) -> content::Place<'_> {
        content::Place { bank: &self.folder, own: self.own.as_deref() }
    }
}

/// Settings of `hopwise serve`.
#[derive(Debug, Clone, Args)]
pub struct ServeArgs {
    /// Where the database is.
    #[command(flatten)]
    pub database: DatabaseArgs,
    /// Where the bank is.
    #[command(flatten)]
    pub content: ContentArgs,
    /// Address and port to listen on
    #[arg(long, env = "HOPWISE_LISTEN", default_value = "127.0.0.1:3000")]
    pub listen: SocketAddr,
    /// Address under which people reach the server, as in `https://hopwise.example.org`. Session cookies are marked
    /// `Secure` unless it begins with `http://` and is not on loopback
    #[arg(long, env = "HOPWISE_PUBLIC_URL")]
    pub public_url: Option<String>,
    /// Proxies in front whose `X-Forwarded-For` is believed, as addresses of networks (`10.0.0.0/8,fd00::/8`). Failed
    /// sign-ins are counted by address: without this, all that comes through a proxy has the proxy's
    #[arg(long = "trusted-proxy", env = "HOPWISE_TRUSTED_PROXIES", value_name = "NETWORK", value_delimiter = ',')]
    pub trusted_proxies: Vec<IpNet>,
    /// Folder of the built style, scripts, fonts and WASM
    #[arg(long, env = "HOPWISE_SITE", default_value = "target/site")]
    pub site: PathBuf,
    /// What is logged: a level, or filters such as `info,sqlx=warn`
    #[arg(long, env = "HOPWISE_LOG", default_value = "info")]
    pub log: String,
    /// Serve a throw-away database filled with made-up people, interviews and scores
    #[arg(long, env = "HOPWISE_DEMO", default_value_t = false)]
    pub demo: bool,
    /// Password of the made-up people of `--demo`; a random one is printed if it is not given
    #[arg(long, env = "HOPWISE_DEMO_PASSWORD", hide_env_values = true)]
    pub demo_password: Option<String>,
}

impl ServeArgs {
    /// The address to tell people, without a slash at the end.
    #[must_use]
    pub fn public_url(&self) -> String {
        let given = self.public_url.clone().unwrap_or_else(|| format!("http://{}", self.listen));
        given.trim_end_matches('/').to_owned()
    }

    /// Session cookies need HTTPS everywhere but on loopback, which browsers trust as much.
    #[must_use]
    pub fn cookies(&self) -> app::session::CookiePolicy {
        let url = self.public_url();
        let plain_host =
            url.strip_prefix("http://").map(|it| it.split(['/', ':']).next().unwrap_or_default().to_owned());
        match plain_host.as_deref() {
            None | Some("localhost" | "127.0.0.1" | "[") => app::session::CookiePolicy::Secure,
            Some(_) => app::session::CookiePolicy::Plain,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use app::session::CookiePolicy;
    use clap::Parser;

    #[derive(Parser)]
    struct Cli {
        #[command(flatten)]
        serve: ServeArgs,
    }

    #[test]
    fn cookies_are_secure_unless_the_operator_chose_plain_http() {
        let policy = |url: &str| Cli::parse_from(["hopwise", "--public-url", url]).serve.cookies();
        assert_eq!(policy("https://hopwise.example.org/"), CookiePolicy::Secure);
        assert_eq!(policy("http://localhost:3000"), CookiePolicy::Secure);
        assert_eq!(policy("http://127.0.0.1:3000"), CookiePolicy::Secure);
        assert_eq!(policy("http://hopwise.lan"), CookiePolicy::Plain);
        assert_eq!(policy("http://localhost.evil.example"), CookiePolicy::Plain);
    }
}
