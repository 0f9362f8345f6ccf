using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace TemporalVideo.Storage.Records.Jobs;

/// <summary>A row of the older table <c>tasks</c>.</summary>
internal sealed record OldTask
{
    public required string Id { get; init; }

    public required string Pipeline { get; init; }

    public required string Agent { get; init; }

    public required string Status { get; init; }

    public required IReadOnlyList<string> DependsOn { get; init; }

    public string? Parent { get; init; }

    public string Prompt { get; init; } = "";

    public string? Result { get; init; }

    public string? Error { get; init; }

    public int RetryCount { get; init; }

    public int MaxRetries { get; init; }

    public required DateTime CreatedAt { get; init; }

    public DateTime? StartedAt { get; init; }

    public DateTime? CompletedAt { get; init; }
}

/// <summary>A row of the older table <c>agent_state</c>: what an agent remembered of a task, JSON.</summary>
internal sealed record OldAgentState(string Task, string Agent, string State);

/// <summary>Reads the SQLite file of the older tool, and changes nothing in it.</summary>
internal static class OldTaskFile
{
    /// <exception cref="InvalidDataException">It has no such tables, or a row cannot be read; the message says which.</exception>
    public static async Task<(List<OldTask> Tasks, List<OldAgentState> States)> ReadAsync(string file, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.GetFullPath(file)};Mode=ReadOnly;Pooling=False");
        try
        {
            await connection.OpenAsync(cancellationToken);
            var tasks = await RowsAsync(
                connection,
                "SELECT id, pipeline_id, agent, status, depends_on, parent_task_id, prompt, result, error, retry_count, max_retries, "
                    + "created_at, started_at, completed_at FROM tasks ORDER BY created_at, id",
                TaskOf, cancellationToken);
            var states = await RowsAsync(
                connection, "SELECT task_id, agent, state FROM agent_state ORDER BY task_id, agent",
                row => new OldAgentState(row.GetString(0), row.GetString(1), row.GetString(2)), cancellationToken);
            return (tasks, states);
        }
        catch (SqliteException fault)
        {
            throw new InvalidDataException($"{file} is not a database of the older tool: {fault.Message}", fault);
        }
    }

    private static async Task<List<T>> RowsAsync<T>(
        SqliteConnection connection, string query, Func<SqliteDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            try
            {
                rows.Add(read(reader));
            }
            catch (Exception fault) when (fault is FormatException or JsonException or InvalidCastException or InvalidOperationException)
            {
                throw new InvalidDataException($"Row '{reader.GetValue(0)}' cannot be read: {fault.Message}", fault);
            }
        }

        return rows;
    }

    private static OldTask TaskOf(SqliteDataReader row) => new()
    {
        Id = row.GetString(0),
        Pipeline = row.GetString(1),
        Agent = Text(row, 2) ?? "",
        Status = row.GetString(3),
        DependsOn = Text(row, 4) is { Length: > 0 } list ? JsonSerializer.Deserialize<List<string>>(list)! : [],
        Parent = Text(row, 5),
        Prompt = Text(row, 6) ?? "",
        Result = Text(row, 7),
        Error = Text(row, 8),
        RetryCount = row.IsDBNull(9) ? 0 : row.GetInt32(9),
        MaxRetries = row.IsDBNull(10) ? 0 : row.GetInt32(10),
        CreatedAt = TimeOf(row.GetString(11)),
        StartedAt = Text(row, 12) is { } started ? TimeOf(started) : null,
        CompletedAt = Text(row, 13) is { } completed ? TimeOf(completed) : null,
    };

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateTime TimeOf(string text) => DateTime.Parse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
