//! The closed sets of words in a result.

use crate::named::named;

named! {
    /// What a probe measures.
    Kind {
        /// A name's records, query by query.
        Dns = "dns",
        /// A TCP connection, attempt by attempt.
        Tcp = "tcp",
        /// A TLS handshake and the far side's certificates.
        Tls = "tls",
        /// A request, with its phases.
        Http = "http",
        /// Echo requests and their replies.
        Icmp = "icmp",
    }
}

named! {
    /// A type of DNS record that can be asked for.
    RecordType {
        /// IPv4 address (RFC 1035).
        A = "A",
        /// IPv6 address (RFC 3596).
        Aaaa = "AAAA",
        /// Another name for it (RFC 1035).
        Cname = "CNAME",
        /// Where its mail goes (RFC 1035).
        Mx = "MX",
        /// Text (RFC 1035).
        Txt = "TXT",
        /// Its name servers (RFC 1035).
        Ns = "NS",
        /// Begin of authority (RFC 1035).
        Soa = "SOA",
        /// How to reach its HTTPS service (RFC 9460).
        Https = "HTTPS",
        /// Who may issue certificates for it (RFC 8659).
        Caa = "CAA",
    }
}

named! {
    /// What carries a DNS message.
    Transport {
        /// Datagrams.
        Udp = "udp",
        /// A stream with lengths in front (RFC 7766).
        Tcp = "tcp",
    }
}

named! {
    /// A version of HTTP that can be asked for.
    HttpVersion {
        /// HTTP/1.1 (RFC 9112).
        One = "1.1",
        /// HTTP/2 (RFC 9113).
        Two = "2",
    }
}
