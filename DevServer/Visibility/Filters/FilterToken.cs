namespace TemporalVideo.DevServer.Visibility.Filters;

/// <summary>What a piece of a filter is.</summary>
internal enum FilterTokenKind
{
    /// <summary>A name, or a keyword of the grammar.</summary>
    Word,

    /// <summary>A name in back-quotes.</summary>
    QuotedName,

    /// <summary>Text in single or double quotes.</summary>
    Text,

    /// <summary>An integer or decimal number.</summary>
    Number,

    /// <summary>An operator, parenthesis or comma.</summary>
    Symbol,

    /// <summary>Text whose closing quote is missing, or a character of no token.</summary>
    Broken,

    /// <summary>After the last piece.</summary>
    End,
}

/// <summary>A piece of a filter.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text, without quotes.</param>
/// <param name="End">Offset of what follows it.</param>
internal readonly record struct FilterToken(FilterTokenKind Kind, string Text, int End)
{
    public bool Is(string symbol) => Kind == FilterTokenKind.Symbol && Text == symbol;

    public bool IsWord(string word) => Kind == FilterTokenKind.Word && Text.Equals(word, StringComparison.OrdinalIgnoreCase);
}
