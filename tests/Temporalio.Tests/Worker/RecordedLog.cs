using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Temporalio.Tests.Worker;

/// <summary>Keeps log entries for tests to look at.</summary>
internal sealed class RecordedLog : ILoggerFactory, ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, int Id, string Text)> _entries = new();

    public IEnumerable<(LogLevel Level, int Id, string Text)> Entries => _entries;

    /// <summary>Waits for entries with an event id.</summary>
    public Task UntilAsync(int eventId, int count = 1) => TestWorker.UntilAsync(() => Task.FromResult(_entries.Count(e => e.Id == eventId) >= count));

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public void Dispose()
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _entries.Enqueue((logLevel, eventId.Id, formatter(state, exception)));
}
