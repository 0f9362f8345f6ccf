using System.Globalization;
using Microsoft.Data.Sqlite;

namespace TemporalVideo.DevServer.Visibility.Filters;

/// <summary>A condition in SQL with its parameters.</summary>
internal sealed class SqlFilter
{
    private readonly List<object> _parameters = [];

    /// <summary>The condition.</summary>
    public string Sql { get; set; } = "1";

    /// <summary>Adds a parameter and gives its name.</summary>
    public string Parameter(object value)
    {
        _parameters.Add(value);
        return string.Create(CultureInfo.InvariantCulture, $"$p{_parameters.Count}");
    }

    /// <summary>Gives a command the parameters.</summary>
    public void Bind(SqliteCommand command)
    {
        for (var i = 0; i < _parameters.Count; i++)
        {
            command.Parameters.AddWithValue(string.Create(CultureInfo.InvariantCulture, $"$p{i + 1}"), _parameters[i]);
        }
    }
}
