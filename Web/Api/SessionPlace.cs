using System.Globalization;
using Microsoft.AspNetCore.Http;
using Temporalio.Api.Enums.V1;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Web.Api;

/// <summary>
/// Where a session stands in the list of a Temporal server: those that run come first, the last begun at the top, then those that have
/// ended, the last ended at the top.
/// </summary>
/// <param name="At">When it was begun where it runs, else when it ended, UTC.</param>
/// <param name="Runs">Whether it runs.</param>
/// <param name="Session">The session.</param>
internal sealed record SessionPlace(DateTime At, bool Runs, SessionKey Session)
{
    private const string Running = "running";
    private const string Ended = "ended";

    /// <summary>What is behind it in the list, and perhaps what stands at the same place.</summary>
    public string Query
    {
        get
        {
            var at = At.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture);
            return Runs ? $"(ExecutionStatus != '{nameof(WorkflowExecutionStatus.Running)}' OR StartTime <= '{at}')"
                : $"(ExecutionStatus != '{nameof(WorkflowExecutionStatus.Running)}' AND CloseTime <= '{at}')";
        }
    }

    /// <summary>Reads what <see cref="ToString"/> has written.</summary>
    /// <exception cref="WebException">It is no such text.</exception>
    public static SessionPlace Parse(string text) =>
        text.Split(' ') is [var state and (Running or Ended), var at, var user, var session]
        && DateTime.TryParseExact(at, "o", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time)
        && SessionKey.IsValidId(user) && SessionKey.IsValidId(session)
            ? new SessionPlace(time.ToUniversalTime(), state == Running, new SessionKey(user, session))
            : throw new WebException(
                StatusCodes.Status400BadRequest, "before: expected the place of a session, as the list has it.");

    /// <summary>The place as a text that <see cref="Parse"/> reads.</summary>
    public override string ToString() =>
        $"{(Runs ? Running : Ended)} {At.ToString("o", CultureInfo.InvariantCulture)} {Session.UserId} {Session.SessionId}";
}
