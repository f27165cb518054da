//! Subject areas of the bank.

use crate::named::named;

named! {
    /// The subject area that a question belongs to.
    Block {
        /// Models, transports, the way of a request.
        Foundations = "foundations",
        /// HTTP versions, QUIC, real-time transports.
        Http = "http",
        /// TLS, certificates, protocol attacks.
        Security = "security",
        /// Balancing, pooling, caching, capacity.
        Performance = "performance",
        /// Finding what is wrong, and where time goes.
        Debugging = "debugging",
        /// Services among each other.
        Architecture = "architecture",
        /// Containers, edge, tracing, routing.
        ModernInfra = "modern-infra",
    }
}
