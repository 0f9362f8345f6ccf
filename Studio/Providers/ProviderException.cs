namespace TemporalVideo.Studio.Providers;

/// <summary>Why a service did not do what it was asked.</summary>
public enum ProviderFailure
{
    /// <summary>It does not make such a thing: its moderation refused the request. Never retried.</summary>
    Refused,

    /// <summary>It does not accept the request, the key or the account; nothing was paid. Never retried.</summary>
    Rejected,

    /// <summary>It is asked too often; nothing was paid. Retried when it said.</summary>
    Busy,

    /// <summary>It is not reached, or failed; nothing was paid. Retried.</summary>
    Down,

    /// <summary>It may have done the work, and was paid for it then: the answer was lost. Never retried without being asked.</summary>
    Unclear,

    /// <summary>It answered, and was paid, but the answer cannot be used. Retried.</summary>
    Unusable,
}

/// <summary>A service did not do what it was asked.</summary>
/// <param name="provider">The service.</param>
/// <param name="kind">Why.</param>
/// <param name="message">What happened, where, and what to do; never a key.</param>
/// <param name="after">When a busy service may be asked again; null when it did not say.</param>
/// <param name="innerException">What led to it. It is seen in histories: never one that may name a key.</param>
public sealed class ProviderException(
    string provider, ProviderFailure kind, string message, TimeSpan? after = null, Exception? innerException = null)
    : Exception(message, after is { } wait ? new RetryLaterException(message, wait, innerException) : innerException)
{
    /// <summary>The service.</summary>
    public string Provider { get; } = provider;

    /// <summary>Why.</summary>
    public ProviderFailure Kind { get; } = kind;

    /// <summary>Whether the same request may succeed later without having been paid twice.</summary>
    public bool TryAgain => Kind is ProviderFailure.Busy or ProviderFailure.Down or ProviderFailure.Unusable;

    /// <summary>Whether it speaks for the service's being down, not for anything in the request.</summary>
    public bool SpeaksOfOutage => Kind is ProviderFailure.Down or ProviderFailure.Unclear;
}
