using System.Diagnostics;
using TemporalVideo.Storage.Records.Money;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Money;

/// <summary>The step that the present flow of control works for, and on whose account it calls.</summary>
/// <param name="Session">The session that pays.</param>
/// <param name="Agent">The agent that works.</param>
/// <param name="Name">The step: the same in each of its attempts, and no other's.</param>
/// <param name="Patience">How long the attempt takes at most, from now on.</param>
internal sealed record PayingStep(SessionKey Session, AgentName Agent, string Name, TimeSpan Patience)
{
    private static readonly AsyncLocal<PayingStep?> Flow = new();
    private readonly long _began = Stopwatch.GetTimestamp();
    private long _paid;

    /// <summary>The step; set for the rest of the method that sets it, and what that calls.</summary>
    public static PayingStep? Current
    {
        get => Flow.Value;
        set => Flow.Value = value;
    }

    /// <summary>The name of a step.</summary>
    /// <param name="activity">The activity that does it.</param>
    /// <param name="segmentId">The segment that it is about; null for the whole video.</param>
    public static string NameOf(string activity, string? segmentId) => $"{activity} {segmentId}";

    /// <summary>The segment that a step of this name is about; null for the whole video.</summary>
    public static string? SegmentOf(string name) =>
        name[(name.IndexOf(' ', StringComparison.Ordinal) + 1)..] is { Length: > 0 } id ? id : null;

    /// <summary>How much of its patience is left; not below zero.</summary>
    public TimeSpan Left => Patience - Stopwatch.GetElapsedTime(_began) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;

    /// <summary>What providers were paid for the step, in US dollars; of earlier attempts only for products that are used.</summary>
    public decimal Paid => MicroDollars.ToDollars(Interlocked.Read(ref _paid));

    /// <summary>Whether it used a product of a provider: then it costs what was paid, be it nothing.</summary>
    public bool UsesProviders { get; private set; }

    /// <summary>Adds a bill.</summary>
    /// <param name="micros">Millionths of a US dollar; 0 for a product that somebody else has paid.</param>
    public void Pay(long micros)
    {
        UsesProviders = true;
        Interlocked.Add(ref _paid, micros);
    }
}
