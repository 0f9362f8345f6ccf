namespace Temporalio.Common;

public partial class SearchAttributeCollection
{
    /// <summary>Builds a <see cref="SearchAttributeCollection" />; not thread-safe.</summary>
    public class Builder
    {
        private readonly SortedDictionary<SearchAttributeKey, object> _values = [];

        /// <summary>Starts empty.</summary>
        public Builder()
        {
        }

        /// <summary>Starts with a copy.</summary>
        public Builder(SearchAttributeCollection searchAttributes) => Set(searchAttributes);

        /// <summary>Sets one attribute, in place of any of the same name.</summary>
        public Builder Set<T>(SearchAttributeKey<T> key, T value)
            where T : notnull => SetUntyped(key, value);

        /// <summary>Sets all attributes of a collection, in place of those of the same names.</summary>
        public Builder Set(SearchAttributeCollection searchAttributes)
        {
            foreach (var (key, value) in searchAttributes.UntypedValues)
            {
                SetUntyped(key, value);
            }

            return this;
        }

        /// <summary>Removes the attribute of that name.</summary>
        public Builder Unset(SearchAttributeKey key) => Unset(key.Name);

        /// <summary>Removes the attribute of that name.</summary>
        public Builder Unset(string name)
        {
            if (_values.Keys.FirstOrDefault(key => key.Name == name) is { } existing)
            {
                _values.Remove(existing);
            }

            return this;
        }

        /// <summary>The attributes set so far; the builder can go on.</summary>
        public SearchAttributeCollection ToSearchAttributeCollection() => new(new SortedDictionary<SearchAttributeKey, object>(_values));

        internal Builder SetUntyped(SearchAttributeKey key, object value)
        {
            ArgumentNullException.ThrowIfNull(value);
            Unset(key.Name);
            _values[key] = value;
            return this;
        }
    }
}
