namespace TemporalVideo.Studio.Providers;

/// <summary>A language model that answers in a form.</summary>
public interface IChatModel : IMaker
{
    /// <summary>Asks; an answer that does not fit is sent back once.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="faultsOf">What is wrong with an answer that has the form of <typeparamref name="T"/>; empty: nothing.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <typeparam name="T">The form: a record whose properties become the JSON schema.</typeparam>
    /// <exception cref="ProviderException">The model did not answer, or twice with what cannot be used.</exception>
    Task<T> AskAsync<T>(ChatQuestion question, Func<T, IReadOnlyList<string>> faultsOf, CancellationToken cancellationToken);
}

/// <summary>A question for a language model.</summary>
/// <param name="Name">The task, in a-z and underscores.</param>
/// <param name="System">What the model is.</param>
/// <param name="User">What it is asked.</param>
public sealed record ChatQuestion(string Name, string System, string User);
