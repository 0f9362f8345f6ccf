using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace TemporalVideo.DevServer.Storage;

/// <summary>One thread that owns the write connection and commits everything that has queued up as one transaction.</summary>
internal sealed class GroupCommitWriter : IDisposable
{
    private const int MaxGroup = 512;
    private readonly SqliteConnection _connection;
    private readonly BlockingCollection<Item> _queue = [];
    private readonly Thread _thread;

    /// <summary>Starts the writer thread, which takes over the connection.</summary>
    public GroupCommitWriter(SqliteConnection connection)
    {
        _connection = connection;
        _thread = new Thread(Run) { IsBackground = true, Name = "sqlite-writer" };
        _thread.Start();
    }

    /// <summary>Queues a change; the task completes after its commit.</summary>
    public Task EnqueueAsync(Action<SqliteConnection> work)
    {
        var item = new Item(work);
        try
        {
            _queue.Add(item);
        }
        catch (InvalidOperationException)
        {
            return Task.FromException(new ObjectDisposedException(nameof(Database)));
        }
        return item.Done.Task;
    }

    /// <summary>Commits what is queued and ends the thread.</summary>
    public void Dispose()
    {
        _queue.CompleteAdding();
        _thread.Join();
        Statements.Release(_connection);
        _connection.Dispose();
        _queue.Dispose();
    }

    private void Run()
    {
        var group = new List<Item>();
        foreach (var first in _queue.GetConsumingEnumerable())
        {
            group.Clear();
            group.Add(first);
            while (group.Count < MaxGroup && _queue.TryTake(out var next))
            {
                group.Add(next);
            }
            CommitGroup(group);
        }
    }

    private void CommitGroup(List<Item> group)
    {
        try
        {
            _connection.Run("BEGIN IMMEDIATE");
            foreach (var item in group)
            {
                item.Error = RunInSavepoint(item.Work);
            }
            _connection.Run("COMMIT");
        }
        catch (SqliteException error)
        {
            TryRollBack();
            foreach (var item in group)
            {
                item.Error ??= error;
            }
        }
        foreach (var item in group)
        {
            item.Complete();
        }
    }

    private Exception? RunInSavepoint(Action<SqliteConnection> work)
    {
        _connection.Run("SAVEPOINT work");
        try
        {
            work(_connection);
            _connection.Run("RELEASE work");
            return null;
        }
        catch (Exception error)
        {
            _connection.Run("ROLLBACK TO work");
            _connection.Run("RELEASE work");
            return error;
        }
    }

    private void TryRollBack()
    {
        try
        {
            _connection.Run("ROLLBACK");
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself, as it does when the disk is full.
        }
    }

    private sealed class Item(Action<SqliteConnection> work)
    {
        public Action<SqliteConnection> Work { get; } = work;

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Exception? Error { get; set; }

        public void Complete()
        {
            if (Error is null)
            {
                Done.SetResult();
            }
            else
            {
                Done.SetException(Error);
            }
        }
    }
}
