using Microsoft.Extensions.Logging;

namespace Temporalio.Worker.Execution;

/// <summary>Says nothing while the workflow replays, and adds what the run is to what it says.</summary>
internal sealed class ReplaySafeLogger(ILogger logger, WorkflowContext context) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => logger.BeginScope(state);

    public bool IsEnabled(LogLevel logLevel) => !context.IsReplaying && logger.IsEnabled(logLevel);

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            using (logger.BeginScope(context.Info.LoggerScope))
            {
                logger.Log(logLevel, eventId, state, exception, formatter);
            }
        }
    }
}
