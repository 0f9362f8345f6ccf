using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Film;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Session;

/// <summary>Files that a person brought for a session: no session reads those of another.</summary>
internal static class OwnFile
{
    /// <summary>Whether a key lies in a folder of the session.</summary>
    public static bool IsIn(Func<SessionLayout, string> folder, SessionKey session, string key) =>
        key.StartsWith(folder(new SessionLayout(session)), StringComparison.Ordinal);

    /// <summary>Refuses a key that does not.</summary>
    /// <param name="folder">Which folder.</param>
    /// <param name="session">The session.</param>
    /// <param name="key">The key.</param>
    /// <param name="what">What it is, for people.</param>
    /// <exception cref="UnusableInputException">It is another session's, or of none.</exception>
    public static void RequireIn(Func<SessionLayout, string> folder, SessionKey session, string key, string what)
    {
        if (!IsIn(folder, session, key))
        {
            throw new UnusableInputException($"{what} is not among those of the session {session}.");
        }
    }
}
