using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Storytelling.Prompts;

/// <summary>What a language model is told for one task, with variables in braces: <c>{title}</c>.</summary>
public sealed partial class Prompt
{
    private readonly string _file;
    private readonly string _system;
    private readonly string _user;
    private readonly IReadOnlyDictionary<string, PromptVariable> _variables;

    /// <summary>Names a prompt.</summary>
    /// <param name="file">The file that it is from, for errors.</param>
    /// <param name="variables">Its variables with their types.</param>
    /// <param name="system">What the model is.</param>
    /// <param name="user">What it is asked.</param>
    public Prompt(string file, IReadOnlyDictionary<string, PromptVariable> variables, string system, string user) =>
        (_file, _variables, _system, _user) = (file, variables, system, user);

    /// <summary>All its text, for the name of what is made with it.</summary>
    public string Text => $"{_system}\n{_user}";

    /// <summary>The variables that a text has in it, each with the line that it stands on, counted from 0.</summary>
    /// <param name="text">The text.</param>
    public static IEnumerable<(string Name, int Line)> VariablesIn(string text) =>
        text.Split('\n').SelectMany((line, i) => Slot().Matches(line).Select(match => (match.Groups[1].Value, i)));

    /// <summary>The prompt with values for all its variables.</summary>
    /// <param name="values">A text, a number or a list of texts for each.</param>
    /// <returns>What the model is, and what it is asked.</returns>
    /// <exception cref="PromptException">A variable has no value or one of another type, or there is no such variable.</exception>
    public (string System, string User) Fill(IReadOnlyDictionary<string, object> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach (var (name, type) in _variables)
        {
            if (!values.TryGetValue(name, out var value))
            {
                throw new PromptException($"{_file}: the variable '{name}' has no value.");
            }

            if (!Fits(type, value))
            {
                throw new PromptException(
                    $"{_file}: the variable '{name}' is a {type.ToString().ToLowerInvariant()}, and was given a {value.GetType().Name}.");
            }
        }

        return values.Keys.FirstOrDefault(name => !_variables.ContainsKey(name)) is { } unknown
            ? throw new PromptException($"{_file}: there is no variable '{unknown}'; it has {string.Join(", ", _variables.Keys)}.")
            : (Filled(_system, values), Filled(_user, values));
    }

    private static bool Fits(PromptVariable type, object value) => type switch
    {
        PromptVariable.Text => value is string,
        PromptVariable.Number => value is int or double or decimal,
        _ => value is IEnumerable<string>,
    };

    private static string Filled(string text, IReadOnlyDictionary<string, object> values) => Slot().Replace(
        text, match => values.TryGetValue(match.Groups[1].Value, out var value) ? Written(value) : match.Value);

    private static string Written(object value) => value switch
    {
        string text => text,
        IEnumerable items => string.Join('\n', items.Cast<object>().Select(item => $"- {item}")),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    [GeneratedRegex(@"\{([a-z][a-z_]*)\}")]
    private static partial Regex Slot();
}

/// <summary>What a variable of a prompt is.</summary>
public enum PromptVariable
{
    /// <summary>A text of any length.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>Several texts, written as a list.</summary>
    List,
}

/// <summary>A prompt and its values do not fit; the message names file and variable.</summary>
/// <param name="message">What is wrong, and where.</param>
public sealed class PromptException(string message) : Exception(message);
