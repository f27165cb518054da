//! A stream that notes when the request was handed over and when the first byte of the answer came.
//!
//! It lies on top of TLS, not under it: under it, the first bytes after a TLS 1.3 handshake are session tickets, which
//! are no part of the answer.

use crate::tcp_info::{self, Ends};
use domain::run::TcpInfo;
use std::{
    io::{self, IoSlice},
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll, ready},
    time::Instant,
};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    sync::oneshot,
};

/// A stream that tells its two moments, each once.
pub(super) struct Stamped<S> {
    inner: S,
    armed: Arc<AtomicBool>,
    wrote: bool,
    ends: Option<Ends>,
    ended: Option<oneshot::Sender<TcpInfo>>,
    sent: Option<oneshot::Sender<Instant>>,
    answered: Option<oneshot::Sender<Instant>>,
}

/// The moments of a [`Stamped`] stream; an error means that the stream was dropped before.
pub(super) struct Marks {
    /// What the system knew of the connection at its end, if it told.
    pub ended: oneshot::Receiver<TcpInfo>,
    armed: Arc<AtomicBool>,
    /// The request was handed over to the system.
    pub sent: oneshot::Receiver<Instant>,
    /// The first byte of the answer came.
    pub answered: oneshot::Receiver<Instant>,
}

impl<S> Stamped<S> {
    /// Wraps `inner`, which lies on the connection between `ends`.
    pub fn new(inner: S, ends: Option<Ends>) -> (Self, Marks) {
        let (sent, sent_at) = oneshot::channel();
        let (answered, answered_at) = oneshot::channel();
        let (ended, ended_with) = oneshot::channel();
        let armed = Arc::new(AtomicBool::new(false));
        let marks = Marks { ended: ended_with, armed: Arc::clone(&armed), sent: sent_at, answered: answered_at };
        let (sent, answered, ended) = (Some(sent), Some(answered), Some(ended));
        (Self { inner, armed, wrote: false, ends, ended, sent, answered }, marks)
    }

    /// The last moment at which the system still knows of the connection.
    fn last_look(&mut self) {
        if let Some(ended) = self.ended.take()
            && let Some(info) = self.ends.and_then(tcp_info::read)
        {
            let _ = ended.send(info);
        }
    }
}

impl<S> Drop for Stamped<S> {
    fn drop(&mut self) {
        self.last_look();
    }
}

impl Marks {
    /// What is written from now on is the request; what was written before was about the connection.
    pub fn arm(&self) {
        self.armed.store(true, Ordering::Relaxed);
    }
}

/// Tells the moment, unless it was told before. Nobody may listen any more; that is fine.
fn mark(moment: &mut Option<oneshot::Sender<Instant>>) {
    if let Some(moment) = moment.take() {
        let _ = moment.send(Instant::now());
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Stamped<S> {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let before = buf.filled().len();
        ready!(Pin::new(&mut self.inner).poll_read(cx, buf))?;
        if buf.filled().len() > before {
            mark(&mut self.answered);
        }
        Poll::Ready(Ok(()))
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Stamped<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        self.wrote |= self.armed.load(Ordering::Relaxed);
        Pin::new(&mut self.inner).poll_write(cx, buf)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        self.wrote |= self.armed.load(Ordering::Relaxed);
        Pin::new(&mut self.inner).poll_write_vectored(cx, bufs)
    }

    fn is_write_vectored(&self) -> bool {
        self.inner.is_write_vectored()
    }

    /// The request has no body, so it is handed over by the first flush after a write.
    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(Pin::new(&mut self.inner).poll_flush(cx))?;
        if self.wrote {
            mark(&mut self.sent);
        }
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.last_look();
        Pin::new(&mut self.inner).poll_shutdown(cx)
    }
}
