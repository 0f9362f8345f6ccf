using Google.Protobuf;
using Temporalio.Api.Common.V1;
using Temporalio.Common;

namespace Temporalio.Tests.Common;

public class SearchAttributeCollectionTests
{
    private static readonly SearchAttributeKey<string> _keyword = SearchAttributeKey.CreateKeyword("Keyword");
    private static readonly SearchAttributeKey<string> _text = SearchAttributeKey.CreateText("Text");
    private static readonly SearchAttributeKey<long> _long = SearchAttributeKey.CreateLong("Long");
    private static readonly SearchAttributeKey<double> _double = SearchAttributeKey.CreateDouble("Double");
    private static readonly SearchAttributeKey<bool> _bool = SearchAttributeKey.CreateBool("Bool");
    private static readonly SearchAttributeKey<DateTimeOffset> _time = SearchAttributeKey.CreateDateTimeOffset("Time");
    private static readonly SearchAttributeKey<IReadOnlyCollection<string>> _list = SearchAttributeKey.CreateKeywordList("List");
    private static readonly DateTimeOffset _moment = new(2024, 2, 29, 1, 2, 3, 456, TimeSpan.Zero);

    [Fact]
    public void RoundTrip_EveryType_KeepsValueAndType()
    {
        var original = new SearchAttributeCollection.Builder()
            .Set(_keyword, "k").Set(_text, "t").Set(_long, 4L).Set(_double, 2.5).Set(_bool, true).Set(_time, _moment).Set(_list, ["a", "b"])
            .ToSearchAttributeCollection();

        var restored = SearchAttributeCollection.FromProto(original.ToProto());

        restored.Count.Should().Be(7);
        restored.Get(_keyword).Should().Be("k");
        restored.Get(_text).Should().Be("t");
        restored.Get(_long).Should().Be(4);
        restored.Get(_double).Should().Be(2.5);
        restored.Get(_bool).Should().BeTrue();
        restored.Get(_time).Should().Be(_moment);
        restored.Get(_list).Should().Equal("a", "b");
    }

    [Fact]
    public void ToProto_Value_IsJsonWithItsTypeName()
    {
        var payload = new SearchAttributeCollection.Builder().Set(_long, 4L).ToSearchAttributeCollection().ToProto().IndexedFields["Long"];

        payload.Metadata["encoding"].ToStringUtf8().Should().Be("json/plain");
        payload.Metadata["type"].ToStringUtf8().Should().Be("Int");
        payload.Data.ToStringUtf8().Should().Be("4");
    }

    [Fact]
    public void FromProto_NullValue_IsLeftOut()
    {
        var removed = new SearchAttributes { IndexedFields = { ["Long"] = _long.ValueUnset().ToUpsertPayload() } };

        SearchAttributeCollection.FromProto(removed).Should().BeEmpty();
    }

    [Fact]
    public void FromProto_OldSingleElementList_IsKeptAsList()
    {
        var payload = new Payload
        {
            Metadata = { ["encoding"] = ByteString.CopyFromUtf8("json/plain"), ["type"] = ByteString.CopyFromUtf8("Int") },
            Data = ByteString.CopyFromUtf8("[3]"),
        };

        var attributes = SearchAttributeCollection.FromProto(new SearchAttributes { IndexedFields = { ["Long"] = payload } });

        attributes.TryGetValue(_long, out _).Should().BeFalse();
        attributes.UntypedValues[_long].Should().BeEquivalentTo(new object[] { 3L });
    }

    [Fact]
    public void Set_SameNameWithAnotherType_Replaces()
    {
        var attributes = new SearchAttributeCollection.Builder()
            .Set(SearchAttributeKey.CreateLong("X"), 1L).Set(SearchAttributeKey.CreateKeyword("X"), "x").ToSearchAttributeCollection();

        attributes.Should().ContainSingle().Which.Should().Be(SearchAttributeKey.CreateKeyword("X"));
        attributes.ContainsKey("X").Should().BeTrue();
        attributes.ContainsKey(SearchAttributeKey.CreateLong("X")).Should().BeFalse();
    }

    [Fact]
    public void With_Updates_SetsAndRemovesInACopy()
    {
        var before = new SearchAttributeCollection.Builder().Set(_long, 1L).Set(_bool, true).ToSearchAttributeCollection();

        var after = before.With([_long.ValueSet(2), _bool.ValueUnset(), _text.ValueSet("t")]);

        after.Get(_long).Should().Be(2);
        after.ContainsKey("Bool").Should().BeFalse();
        after.Get(_text).Should().Be("t");
        before.Get(_long).Should().Be(1);
    }

    [Fact]
    public void With_TwoUpdatesOfOneName_IsRefused() =>
        ((Action)(() => SearchAttributeCollection.Empty.With([_long.ValueSet(2), _long.ValueUnset()])))
            .Should().Throw<ArgumentException>().WithMessage("*Long*twice*");

    [Fact]
    public void Get_Missing_NamesTheKey() =>
        ((Func<long>)(() => SearchAttributeCollection.Empty.Get(_long))).Should().Throw<KeyNotFoundException>().WithMessage("*Long*");
}
