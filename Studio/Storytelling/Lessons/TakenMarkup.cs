namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>A lesson without the markup of teaching sites.</summary>
/// <param name="Text">The text, with as many lines as before.</param>
/// <param name="Containers">The container that each line stands in, where it stands in one.</param>
/// <param name="LeftOut">What was taken out and said something.</param>
internal sealed record TakenMarkup(string Text, IReadOnlyDictionary<int, Container> Containers, IReadOnlyList<LeftOut> LeftOut);

/// <summary>A part of a lesson that its markup names: <c>::: objectives</c>.</summary>
/// <param name="Name">As the lesson names it.</param>
/// <param name="Role">What it is for.</param>
internal sealed record Container(string Name, SectionRole Role);
