namespace TemporalVideo.Starter;

/// <summary>What the exit codes mean.</summary>
internal static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Ok = 0;

    /// <summary>The session ended without a video, or something unforeseen happened.</summary>
    public const int Failed = 1;

    /// <summary>The command line or the configuration is wrong.</summary>
    public const int Usage = 2;

    /// <summary>The server, or the database of a worker, cannot be reached or does not let us in.</summary>
    public const int Unreachable = 3;

    /// <summary>There is no such session.</summary>
    public const int NotFound = 4;

    /// <summary>The session was cancelled.</summary>
    public const int Cancelled = 5;

    /// <summary>The server rejected what was asked for, such as an approval nobody waits for.</summary>
    public const int Rejected = 6;

    /// <summary>Ctrl-C: nobody watches any more, the session itself goes on or waits.</summary>
    public const int Detached = 130;
}
